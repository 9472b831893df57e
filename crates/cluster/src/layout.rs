//! What lies where in a data directory, and the two locks that its processes share.

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::owner::Owner;
use crate::{Binaries, ClusterError, Environment};

/// The longest path of a Unix socket that every system takes, in bytes (macOS, less its end).
const LONGEST_SOCKET_PATH: usize = 103;

/// The name of the socket, which Postgres makes from its port.
const SOCKET_NAME: &str = ".s.PGSQL.5432";

/// What lies where.
///
/// The programs of Postgres run inside the folder and are given names relative to it, so that no
/// path, whatever a person named their folders, meets a shell or a configuration file.
#[derive(Debug)]
pub(crate) struct Layout {
    directory: PathBuf,
    folder: PathBuf,
    socket: PathBuf,
    /// The socket's folder as Postgres is told, relative to its data.
    pub(crate) socket_for_server: PathBuf,
    pub(crate) owner: Owner,
}

/// Held while a process starts, makes or stops the cluster, and by one at a time.
#[derive(Debug)]
pub(crate) struct Starting {
    _lock: File,
}

impl Layout {
    /// The data, relative to the folder.
    pub(crate) const DATA: &str = "data";
    /// The data while it is being made.
    pub(crate) const UNFINISHED: &str = "data.unfinished";
    /// What the server says.
    pub(crate) const LOG: &str = "postgres.log";

    /// The layout of a data directory that exists.
    pub(crate) fn of(directory: &Path) -> Result<Self, ClusterError> {
        let directory = fs::canonicalize(directory).map_err(ClusterError::file("find", directory))?;
        let folder = directory.join("postgres");
        let owner = Owner::of(&folder, &directory)?;
        owner.check_entry(&directory)?;
        let near = folder.join("socket");
        let (socket, socket_for_server) = if is_socket_path(&near.join(SOCKET_NAME)) {
            (near, PathBuf::from("../socket"))
        } else {
            let short = short_socket_folder(&directory, &owner)?;
            (short.clone(), short)
        };
        Ok(Self { directory, folder, socket, socket_for_server, owner })
    }

    /// The layout of a data directory that holds a cluster.
    pub(crate) fn of_existing(directory: &Path) -> Result<Self, ClusterError> {
        let nothing = || ClusterError::NoCluster { directory: directory.to_owned() };
        if !directory.is_dir() {
            return Err(nothing());
        }
        let layout = Self::of(directory)?;
        if layout.has_data()? { Ok(layout) } else { Err(nothing()) }
    }

    /// The layout of a data directory, made if need be.
    pub(crate) fn create(directory: &Path) -> Result<Self, ClusterError> {
        if !directory.exists() {
            fs::create_dir_all(directory).map_err(ClusterError::file("make", directory))?;
            // Whatever the umask: the user that Postgres runs as must get through.
            set_mode(directory, 0o755)?;
        }
        let layout = Self::of(directory)?;
        layout.make_private_folder(&layout.folder)?;
        Ok(layout)
    }

    /// The data directory.
    pub(crate) fn directory(&self) -> &Path {
        &self.directory
    }

    /// The folder of the socket, absolute.
    pub(crate) fn socket_folder(&self) -> &Path {
        &self.socket
    }

    /// The socket, absolute.
    pub(crate) fn socket(&self) -> PathBuf {
        self.socket.join(SOCKET_NAME)
    }

    /// A file or folder of the cluster, absolute.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The file that Postgres keeps while it runs.
    pub(crate) fn pid_file(&self) -> PathBuf {
        self.path(Self::DATA).join("postmaster.pid")
    }

    fn version_file(&self) -> PathBuf {
        self.path(Self::DATA).join("PG_VERSION")
    }

    /// Whether a cluster was made here; an error where we may not look.
    pub(crate) fn has_data(&self) -> Result<bool, ClusterError> {
        let file = self.version_file();
        fs::exists(&file).map_err(ClusterError::file("look at", &file))
    }

    /// The major version that made the data.
    pub(crate) fn major(&self) -> Result<u32, ClusterError> {
        let file = self.version_file();
        let text = fs::read_to_string(&file).map_err(ClusterError::file("read", &file))?;
        text.trim().parse().map_err(|_| ClusterError::NoVersion { file })
    }

    /// The binaries that fit the data.
    pub(crate) fn binaries(&self, environment: &Environment) -> Result<Binaries, ClusterError> {
        Binaries::find_for(&self.path(Self::DATA), self.major()?, environment)
    }

    /// One of Postgres's programs, to be run by the owner in the cluster's folder.
    pub(crate) fn program(&self, binaries: &Binaries, name: &str) -> Result<Command, ClusterError> {
        let mut command = binaries.program(name)?;
        command.current_dir(&self.folder);
        self.owner.run(&mut command);
        Ok(command)
    }

    /// Waits until nobody else starts, makes or stops the cluster.
    pub(crate) fn lock_starting(&self) -> Result<Starting, ClusterError> {
        let path = self.path("starting.lock");
        let lock = self.open_owned(&path)?;
        lock.lock().map_err(ClusterError::file("lock", &path))?;
        Ok(Starting { _lock: lock })
    }

    /// Joins the processes that use the cluster, until the file is closed: the kernel sees to
    /// that, however the process ends.
    pub(crate) fn join(&self, _starting: &Starting) -> Result<File, ClusterError> {
        let path = self.users_lock();
        let lock = self.open_owned(&path)?;
        lock.lock_shared().map_err(ClusterError::file("lock", &path))?;
        Ok(lock)
    }

    /// Whether any process uses the cluster.
    pub(crate) fn is_used(&self, _starting: &Starting) -> Result<bool, ClusterError> {
        let path = self.users_lock();
        let lock = self.open_owned(&path)?;
        match lock.try_lock() {
            Ok(()) => Ok(false),
            Err(fs::TryLockError::WouldBlock) => Ok(true),
            Err(fs::TryLockError::Error(error)) => Err(ClusterError::file("lock", &path)(error)),
        }
    }

    fn users_lock(&self) -> PathBuf {
        self.path("users.lock")
    }

    /// Makes sure of a file that the owner may write.
    pub(crate) fn open_owned(&self, path: &Path) -> Result<File, ClusterError> {
        let file = OpenOptions::new()
            .create(true)
            .append(true)
            .read(true)
            .open(path)
            .map_err(ClusterError::file("open", path))?;
        self.owner.give(path)?;
        Ok(file)
    }

    /// Makes sure of a folder that only the owner may use.
    pub(crate) fn make_private_folder(&self, path: &Path) -> Result<(), ClusterError> {
        if !path.exists() {
            DirBuilder::new()
                .recursive(true) // no error when another process was quicker
                .mode(0o700)
                .create(path)
                .map_err(ClusterError::file("make", path))?;
        }
        self.owner.give(path)?;
        set_mode(path, 0o700)
    }
}

/// Makes sure that a cluster can live in `directory`, which exists: that the user that Postgres
/// runs as when root starts it can enter the folder.
pub fn check_directory(directory: &Path) -> Result<(), ClusterError> {
    Layout::of(directory).map(|_| ())
}

/// Whether every system and program takes a path as a socket's: not too long, and without the
/// comma at which Postgres's own programs split a list of hosts.
fn is_socket_path(path: &Path) -> bool {
    let bytes = path.as_os_str().as_encoded_bytes();
    bytes.len() <= LONGEST_SOCKET_PATH && !bytes.contains(&b',')
}

/// A short folder for the socket of a data directory whose own path will not do: the same one for
/// every process and program, since it is named by the directory's place on the disk. Under `/tmp`
/// anybody may have made it first, to listen there in our stead: that is an error.
fn short_socket_folder(directory: &Path, owner: &Owner) -> Result<PathBuf, ClusterError> {
    let metadata = fs::metadata(directory).map_err(ClusterError::file("look at the folder", directory))?;
    let name = format!("signpost-{:x}-{:x}", metadata.dev(), metadata.ino());
    let folder = Path::new("/tmp").join(name);
    match fs::symlink_metadata(&folder) {
        Ok(found) if !found.is_dir() || found.uid() != owner.uid() => {
            Err(ClusterError::ForeignSocketFolder { folder })
        }
        Ok(_) | Err(_) => Ok(folder),
    }
}

fn set_mode(path: &Path, mode: u32) -> Result<(), ClusterError> {
    fs::set_permissions(path, Permissions::from_mode(mode))
        .map_err(ClusterError::file("set the permissions of", path))
}
