//! A database for each test: a copy of one that was migrated once, in a cluster of throw-away durability.
//!
//! The cluster is in the folder that `SIGNPOST_TEST_CLUSTER` names, as `cargo xtask test` sets it, else in
//! `target/test-cluster`; it is made and started on demand, and stopped when the last test leaves.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::{env, process, thread};

use sha2::{Digest, Sha256};
use signpost_cluster::{Cluster, ClusterError, DATABASE, Durability, Environment, OWNER, check_directory};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, PgPool};

use crate::database::open::{as_role, blocking};
use crate::database::schema::MIGRATIONS;
use crate::database::{DatabaseError, Role, WEB_ROLE, grant, migrate};

/// A database of its own for one test, with the schema and the roles; gone when the test is over.
#[derive(Debug)]
pub struct TestDatabase {
    cluster: Arc<Cluster>,
    name: String,
}

impl TestDatabase {
    /// Makes a database.
    pub async fn create() -> Result<Self, DatabaseError> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let cluster = blocking(cluster).await?;
        let mut maintenance = connect(&cluster, DATABASE).await?;
        let template = template(&cluster, &mut maintenance).await?;
        let name = format!("test_{}_{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        // One that a killed process with the same number left behind goes first.
        run(&mut maintenance, format!("drop database if exists {name} with (force)")).await?;
        run(&mut maintenance, format!("create database {name} template {template} strategy file_copy"))
            .await?;
        maintenance.close().await?;
        let database = Self { cluster, name };
        // The rights on a database itself are not copied with it.
        let mut connection = connect(&database.cluster, &database.name).await?;
        grant(&mut connection, None).await?;
        connection.close().await?;
        Ok(database)
    }

    /// Its URL, for a program that works as its owner.
    pub fn url(&self) -> String {
        self.cluster.url(&self.name, OWNER)
    }

    /// Its URL, for a program that works as the web role.
    pub fn web_url(&self) -> String {
        self.cluster.url(&self.name, WEB_ROLE)
    }

    /// Connections as its owner.
    pub fn owner(&self) -> Result<PgPool, DatabaseError> {
        pool(&self.url(), Role::Owner)
    }

    /// Connections as the web role.
    pub fn web(&self) -> Result<PgPool, DatabaseError> {
        pool(&self.web_url(), Role::Web)
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let (cluster, name) = (Arc::clone(&self.cluster), self.name.clone());
        // On a thread of its own, since the test's runtime may be this one, or gone. A database that cannot be
        // dropped harms nobody.
        let _ = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            let drop = async {
                let mut maintenance = connect(&cluster, DATABASE).await?;
                run(&mut maintenance, format!("drop database if exists {name} with (force)")).await
            };
            runtime.map(|runtime| runtime.block_on(drop))
        })
        .join();
    }
}

/// The cluster, shared by the tests of this process while there are any.
fn cluster() -> Result<Arc<Cluster>, ClusterError> {
    static SHARED: Mutex<Weak<Cluster>> = Mutex::new(Weak::new());
    let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(cluster) = shared.upgrade() {
        return Ok(cluster);
    }
    let environment = Environment::read();
    let cluster = Cluster::create_or_start(&directory()?, &environment, Durability::Throwaway)?;
    let cluster = Arc::new(cluster);
    *shared = Arc::downgrade(&cluster);
    Ok(cluster)
}

/// The folder of the cluster. Where the checkout is closed to the user that Postgres runs as, one elsewhere.
fn directory() -> Result<PathBuf, ClusterError> {
    if let Some(folder) = env::var_os("SIGNPOST_TEST_CLUSTER").filter(|folder| !folder.is_empty()) {
        return Ok(folder.into());
    }
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    match check_directory(&checkout) {
        Ok(()) => Ok(checkout.join("target/test-cluster")),
        Err(ClusterError::ClosedFolder { .. }) => Ok("/var/lib/signpost-test".into()),
        Err(error) => Err(error),
    }
}

/// The database that others are copied from, made once for each state of the migrations.
async fn template(cluster: &Cluster, maintenance: &mut PgConnection) -> Result<String, DatabaseError> {
    let name = template_name();
    // Whoever comes second waits until the template is whole.
    sqlx::query("select pg_advisory_lock(7461)").execute(&mut *maintenance).await?;
    let exists: bool = sqlx::query_scalar("select exists (select from pg_database where datname = $1)")
        .bind(&name)
        .fetch_one(&mut *maintenance)
        .await?;
    if !exists {
        run(maintenance, "drop database if exists template_unfinished with (force)".to_owned()).await?;
        run(maintenance, "create database template_unfinished".to_owned()).await?;
        let mut connection = connect(cluster, "template_unfinished").await?;
        migrate(&mut connection).await?;
        grant(&mut connection, None).await?;
        connection.close().await?;
        run(maintenance, format!("alter database template_unfinished rename to {name}")).await?;
    }
    sqlx::query("select pg_advisory_unlock(7461)").execute(&mut *maintenance).await?;
    Ok(name)
}

/// A name that another state of the migrations or grants would not have.
fn template_name() -> String {
    let mut digest = Sha256::new();
    for migration in MIGRATIONS.iter() {
        digest.update(&migration.checksum);
    }
    digest.update(include_str!("grant.sql"));
    let hash = digest.finalize().first_chunk().map_or(0, |bytes| u64::from_be_bytes(*bytes));
    format!("template_{hash:016x}")
}

async fn connect(cluster: &Cluster, database: &str) -> Result<PgConnection, DatabaseError> {
    let options: PgConnectOptions = cluster.url(database, OWNER).parse()?;
    Ok(PgConnection::connect_with(&options).await?)
}

fn pool(url: &str, role: Role) -> Result<PgPool, DatabaseError> {
    let options = as_role(url.parse()?, role);
    Ok(PgPoolOptions::new().max_connections(4).connect_lazy_with(options))
}

/// Runs a statement about a database, whose name cannot be a parameter; all names are made here.
async fn run(connection: &mut PgConnection, statement: String) -> Result<(), DatabaseError> {
    connection.execute(AssertSqlSafe(statement)).await?;
    Ok(())
}
