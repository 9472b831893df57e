//! The database: where it is, who may do what in it, and whether its schema is this program's.
//!
//! | file | what is in it |
//! |---|---|
//! | `settings` | the arguments and variables that say where it is |
//! | `open` | connecting, and refusing a database that would not do |
//! | `schema` | migrations: applied, pending, and the status of both |
//! | `grant` | the roles and their rights |
//! | `freshness` | waiting until what is public has changed |
//! | `backup` | backups, by Postgres's own programs: written, read, restored |
//! | `column` | how dates and times cross to Postgres and back |
//! | `error` | what can go wrong, in a person's words |
//! | `testing` | a database for each test |

mod backup;
mod column;
mod error;
mod freshness;
mod grant;
mod open;
mod schema;
mod settings;
#[cfg(feature = "testing")]
mod testing;

pub use backup::{Backup, Programs};
pub use column::{CivilTime, Day, Moment};
pub use error::DatabaseError;
pub use freshness::{Edition, Freshness};
pub use grant::{Granted, STAFF_ROLE, WEB_ROLE, grant};
pub use open::{Database, Role};
pub use schema::{Migrations, Replica, Status, TableSize, migrate, migrations, status};
pub use settings::{Secret, Settings};
pub use sqlx::PgConnection as Connection;
#[cfg(feature = "testing")]
pub use testing::TestDatabase;

/// A transaction of a pool's connection.
pub type Transaction = sqlx::Transaction<'static, sqlx::Postgres>;
