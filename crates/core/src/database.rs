//! The database: where it is, who may do what in it, and whether its schema is this program's.
//!
//! | file | what is in it |
//! |---|---|
//! | `settings` | the arguments and variables that say where it is |
//! | `open` | connecting, and refusing a database that would not do |
//! | `schema` | migrations: applied, pending, and the status of both |
//! | `grant` | the roles and their rights |
//! | `clocks` | whether this machine and the database agree on the time |
//! | `rights` | whether the roles have the rights that they should |
//! | `freshness` | waiting until what is public has changed |
//! | `backup` | backups, by Postgres's own programs: written, read, restored |
//! | `column` | how dates and times cross to Postgres and back |
//! | `error` | what can go wrong, in a person's words |
//! | `testing` | a database for each test |

mod backup;
mod clocks;
mod column;
mod error;
mod freshness;
mod grant;
mod open;
mod rights;
mod schema;
mod settings;
#[cfg(feature = "testing")]
mod testing;

pub use backup::{Backup, Programs};
pub use clocks::{ClockFault, Clocks, clocks};
pub use column::{CivilTime, Day, Moment};
pub use error::DatabaseError;
pub(crate) use error::failure_words;
pub use freshness::{Edition, Freshness};
pub use grant::{Granted, STAFF_ROLE, WEB_ROLE, grant};
pub use open::{Database, Role};
pub use rights::{Rights, rights, try_login};
pub use schema::{Migrations, Planned, Replica, Status, TableSize, migrate, migrations, plan, status};
pub use settings::{Secret, Settings};
pub use sqlx::PgConnection as Connection;
#[cfg(feature = "testing")]
pub use testing::TestDatabase;

/// A transaction of a pool's connection.
pub type Transaction = sqlx::Transaction<'static, sqlx::Postgres>;
