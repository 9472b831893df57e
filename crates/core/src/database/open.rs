//! Connecting, and refusing a database that would not do.

use std::path::PathBuf;
use std::time::Duration;

use signpost_cluster::{Cluster, Durability, Environment};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{Connection, PgConnection, PgPool};
use tokio::task::spawn_blocking;

use crate::database::{DatabaseError, Settings, WEB_ROLE, grant, migrate, schema};

/// As whom a program works with the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The one whom the tables belong to: staff commands.
    Owner,
    /// The public: may read what is published, and nothing else.
    Web,
}

/// A database that is up, and fits this program.
///
/// The private cluster, where there is one, stays up while this value lives; [`Database::close`] leaves it.
#[derive(Debug)]
pub struct Database {
    pool: PgPool,
    place: String,
    cluster: Option<Cluster>,
}

impl Database {
    /// Connects to the database that the settings name, else to the private cluster, which must exist.
    ///
    /// # Errors
    /// It is away, lets nobody in, cannot hold the programme, or its schema is not one that the role can work with.
    pub async fn open(settings: &Settings, role: Role) -> Result<Self, DatabaseError> {
        let database = Self::connect(settings, role).await?;
        let mut connection = database.pool.acquire().await?;
        schema::check(&mut connection, &database.place, role).await?;
        drop(connection);
        Ok(database)
    }

    /// Connects like [`Database::open`], whatever the schema: for what migrates it or reports on it.
    pub async fn connect(settings: &Settings, role: Role) -> Result<Self, DatabaseError> {
        if let Some(options) = settings.named()? {
            return Self::of_options(options, role, None).await;
        }
        let environment = environment(settings);
        let cluster = blocking(move || Cluster::attach(&environment.data_directory()?, &environment)).await?;
        Self::of_cluster(cluster, role).await
    }

    /// Makes the private cluster unless there is one, with its schema and roles, and connects as its owner.
    /// A database that the settings name is migrated, and its roles made.
    pub async fn create(settings: &Settings) -> Result<Self, DatabaseError> {
        let database = if let Some(options) = settings.named()? {
            Self::of_options(options, Role::Owner, None).await?
        } else {
            let environment = environment(settings);
            let create = move || {
                let directory = environment.data_directory()?;
                Cluster::create_or_start(&directory, &environment, Durability::Durable)
            };
            Self::of_cluster(blocking(create).await?, Role::Owner).await?
        };
        let mut connection = database.pool.acquire().await?;
        migrate(&mut connection).await?;
        grant(&mut connection, None).await?;
        drop(connection);
        Ok(database)
    }

    async fn of_cluster(cluster: Cluster, role: Role) -> Result<Self, DatabaseError> {
        let name = match role {
            Role::Owner => signpost_cluster::OWNER,
            Role::Web => WEB_ROLE,
        };
        let options =
            cluster.url(signpost_cluster::DATABASE, name).parse().map_err(|_| DatabaseError::Url)?;
        Self::of_options(options, role, Some(cluster)).await
    }

    async fn of_options(
        options: PgConnectOptions,
        role: Role,
        cluster: Option<Cluster>,
    ) -> Result<Self, DatabaseError> {
        let options = as_role(options, role);
        let place = place(&options, cluster.as_ref());
        // Once without the pool, which would go on trying for long.
        let connection = PgConnection::connect_with(&options).await;
        let mut connection = connection
            .map_err(|source| DatabaseError::of_connecting(source, &place, options.get_username()))?;
        schema::check_server(&mut connection, &place).await?;
        connection.close().await?;
        let pool = PgPoolOptions::new().max_connections(16).acquire_timeout(Duration::from_secs(5));
        Ok(Self { pool: pool.connect_lazy_with(options), place, cluster })
    }

    /// Its connections.
    pub const fn pool(&self) -> &PgPool {
        &self.pool
    }

    /// Which database it is, in words and without a password: `signpost on db.example.org`.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// The private cluster, where it is in one.
    pub const fn cluster(&self) -> Option<&Cluster> {
        self.cluster.as_ref()
    }

    /// Stops the private cluster that a killed program left running, and says where it is; does nothing when it
    /// does not run.
    ///
    /// # Errors
    /// Another program uses it, or the settings name a database, which is stopped by whoever started it.
    pub async fn stop(settings: &Settings) -> Result<PathBuf, DatabaseError> {
        if let Some(options) = settings.named()? {
            return Err(DatabaseError::NotPrivate { place: place(&options, None) });
        }
        let environment = environment(settings);
        let stop = move || {
            let directory = environment.data_directory()?;
            Cluster::stop(&directory, &environment)?;
            Ok(directory)
        };
        blocking(stop).await
    }

    /// Ends all connections and leaves the private cluster; the last program to leave stops it.
    pub async fn close(self) -> Result<(), DatabaseError> {
        self.pool.close().await;
        match self.cluster {
            Some(cluster) => blocking(move || cluster.leave()).await,
            None => Ok(()),
        }
    }
}

/// The surroundings, with what the settings say of them.
pub(crate) fn environment(settings: &Settings) -> Environment {
    let mut environment = Environment::read();
    if let Some(folder) = &settings.data_dir {
        environment.data_dir = Some(folder.clone());
    }
    if let Some(folder) = &settings.postgres_bin {
        environment.postgres_bin = Some(folder.clone());
    }
    environment
}

/// How a role connects. Plans are made for the values that are asked for: a filter that is not used then costs
/// nothing. They are not compiled: that takes longer than any of these queries.
pub(crate) fn as_role(options: PgConnectOptions, role: Role) -> PgConnectOptions {
    let options =
        options.options([("plan_cache_mode", "force_custom_plan"), ("jit", "off"), ("timezone", "UTC")]);
    match role {
        Role::Owner => options.application_name("signpost"),
        Role::Web => options.application_name("signpost-server").options([
            ("search_path", "published,public"),
            ("default_transaction_read_only", "on"),
            ("statement_timeout", "10s"),
            // One page is one of many: none takes a second processor from the others.
            ("max_parallel_workers_per_gather", "0"),
        ]),
    }
}

fn place(options: &PgConnectOptions, cluster: Option<&Cluster>) -> String {
    let name = options.get_database().unwrap_or_else(|| options.get_username());
    match cluster {
        Some(cluster) => format!("{name} in {}", cluster.directory().display()),
        None => match options.get_socket() {
            Some(socket) => format!("{name} on {}", socket.display()),
            None => format!("{name} on {}", options.get_host()),
        },
    }
}

/// Runs what blocks on a thread where it may.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, signpost_cluster::ClusterError> + Send + 'static,
) -> Result<T, DatabaseError> {
    Ok(spawn_blocking(work).await.map_err(|_| sqlx::Error::WorkerCrashed)??)
}
