//! The user that Postgres runs as: ourselves, or an unprivileged one when we are root.

use std::fs;
use std::os::unix::fs::{MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use crate::ClusterError;

/// The user that Postgres runs as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Owner {
    /// Whoever runs this process.
    Ourselves,
    /// A user with less power than root, under which Postgres refuses to run.
    Unprivileged(User),
}

/// A user of this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct User {
    name: String,
    uid: u32,
    gid: u32,
}

impl Owner {
    /// The owner for a cluster in `folder`, in a data directory: for root, whoever owns one of
    /// the two already, else the user `postgres`, else `nobody`.
    pub(crate) fn of(folder: &Path, directory: &Path) -> Result<Self, ClusterError> {
        if !rustix::process::geteuid().is_root() {
            return Ok(Self::Ourselves);
        }
        let users = fs::read_to_string("/etc/passwd").unwrap_or_default();
        let by_name = || ["postgres", "nobody"].iter().find_map(|name| find_user(&users, name));
        [folder, directory]
            .iter()
            .find_map(|folder| user_of(folder))
            .or_else(by_name)
            .map(Self::Unprivileged)
            .ok_or(ClusterError::NoUnprivilegedUser)
    }

    /// The user's number.
    pub(crate) fn uid(&self) -> u32 {
        match self {
            Self::Ourselves => rustix::process::geteuid().as_raw(),
            Self::Unprivileged(user) => user.uid,
        }
    }

    /// Makes a program run as this user.
    pub(crate) fn run(&self, command: &mut Command) {
        if let Self::Unprivileged(user) = self {
            command.uid(user.uid).gid(user.gid);
        }
    }

    /// Gives a file or folder to this user.
    pub(crate) fn give(&self, path: &Path) -> Result<(), ClusterError> {
        match self {
            Self::Ourselves => Ok(()),
            Self::Unprivileged(user) => chown(path, Some(user.uid), Some(user.gid))
                .map_err(ClusterError::file("change the owner of", path)),
        }
    }

    /// Makes sure that this user can enter `folder` and every folder above it.
    pub(crate) fn check_entry(&self, folder: &Path) -> Result<(), ClusterError> {
        let Self::Unprivileged(user) = self else {
            return Ok(());
        };
        let mut way: Vec<&Path> = folder.ancestors().collect();
        way.reverse();
        for step in way {
            let metadata = fs::metadata(step).map_err(ClusterError::file("look at the folder", step))?;
            if !user.can_enter(metadata.uid(), metadata.gid(), metadata.mode()) {
                return Err(ClusterError::ClosedFolder { folder: step.to_owned(), user: user.name.clone() });
            }
        }
        Ok(())
    }
}

impl User {
    /// Whether a folder's permission bits let this user pass through it.
    fn can_enter(&self, owner: u32, group: u32, mode: u32) -> bool {
        let bit = if owner == self.uid {
            0o100
        } else if group == self.gid {
            0o010
        } else {
            0o001
        };
        mode & bit != 0
    }
}

/// Whoever owns a folder, unless that is root.
fn user_of(folder: &Path) -> Option<User> {
    let metadata = fs::metadata(folder).ok()?;
    (metadata.uid() != 0).then(|| User {
        name: format!("number {}", metadata.uid()),
        uid: metadata.uid(),
        gid: metadata.gid(),
    })
}

/// A user by name, in the format of passwd(5).
fn find_user(passwd: &str, name: &str) -> Option<User> {
    passwd.lines().find_map(|line| {
        let mut fields = line.split(':');
        if fields.next() != Some(name) {
            return None;
        }
        let mut fields = fields.skip(1);
        Some(User {
            name: name.to_owned(),
            uid: fields.next()?.parse().ok()?,
            gid: fields.next()?.parse().ok()?,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn users_are_found_by_their_whole_name() {
        let passwd = "root:x:0:0:root:/root:/bin/sh\n\
                      postgresql:x:7:8::/:/bin/sh\n\
                      postgres:x:101:104:PostgreSQL,,,:/var/lib/postgresql:/bin/bash\n\
                      nobody:*:-2:-2::/:/usr/bin/false\n";
        let postgres = find_user(passwd, "postgres").unwrap();
        assert_eq!((postgres.uid, postgres.gid), (101, 104));
        assert_eq!(find_user(passwd, "nobody"), None, "no number that we could run as");
        assert_eq!(find_user(passwd, "mei"), None);
    }

    #[test]
    fn a_folder_is_entered_by_the_bits_of_its_owner_group_or_others() {
        let user = User { name: "postgres".into(), uid: 101, gid: 104 };
        let cases = [
            (0, 0, 0o755, true),
            (0, 0, 0o711, true),
            (0, 0, 0o700, false),
            (0, 104, 0o750, true),
            (0, 104, 0o705, false),
            (101, 0, 0o700, true),
            (101, 0, 0o077, false),
        ];
        for (owner, group, mode, expected) in cases {
            let entered = user.can_enter(owner, group, mode);
            assert_eq!(entered, expected, "{owner}:{group} {mode:o}");
        }
    }
}
