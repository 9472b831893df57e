//! A private Postgres cluster in a folder, for development, tests and a first look.
//!
//! Whichever process comes first starts it, every process shares it, and the last one to leave
//! stops it. It uses the machine's own Postgres (15 or later), listens on a Unix socket only, and
//! runs as an unprivileged user when root starts it.
//!
//! | file | what is in it |
//! |---|---|
//! | `environment` | the variables that say where things are, and the data directory they lead to |
//! | `binaries` | finding the Postgres server of this machine |
//! | `cluster` | the public face: create, attach, leave, stop, status |
//! | `layout` | what lies where in the folder, and its two locks |
//! | `owner` | the user that Postgres runs as |
//! | `creation` | making a cluster, whole or not at all |
//! | `postmaster` | starting and stopping the server, also after a crash |
//!
//! ```no_run
//! use signpost_cluster::{Cluster, DATABASE, Durability, Environment, OWNER};
//!
//! # fn main() -> Result<(), signpost_cluster::ClusterError> {
//! let environment = Environment::read();
//! let directory = environment.data_directory()?;
//! let cluster = Cluster::create_or_start(&directory, &environment, Durability::Durable)?;
//! let url = cluster.url(DATABASE, OWNER);
//! # Ok(())
//! # }
//! ```

mod binaries;
mod cluster;
mod creation;
mod environment;
mod error;
mod layout;
mod owner;
mod postmaster;

pub use binaries::{Binaries, OLDEST_MAJOR};
pub use cluster::{Cluster, DATABASE, OWNER, Status};
pub use creation::Durability;
pub use environment::Environment;
pub use error::ClusterError;
pub use layout::check_directory;
