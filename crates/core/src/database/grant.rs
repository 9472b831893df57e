//! The roles and their rights: grants, not settings, for a session can unset its settings.

use sqlx::{Connection, PgConnection};

use crate::database::DatabaseError;

/// The role of the public: may select what is published, and nothing else.
pub const WEB_ROLE: &str = "signpost_web";

/// The role of staff who do not own the tables: may write them, with a change record.
pub const STAFF_ROLE: &str = "signpost_staff";

/// What a grant could do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Granted {
    /// Everything.
    Whole,
    /// All but taking the functions for large objects from the public, which needs a superuser: the web role could
    /// fill the disk with them, if somebody got hold of its password.
    ButLargeObjects,
}

/// Makes the roles where they are missing and gives them their rights; doing it again changes nothing.
///
/// Roles belong to the server and are in no dump: this runs after every migration and restore. A password is set
/// where one is given; without one a new role can log in only where the server asks for none.
pub async fn grant(
    connection: &mut PgConnection,
    web_password: Option<&str>,
) -> Result<Granted, DatabaseError> {
    let mut transaction = connection.begin().await?;
    let user = sqlx::query!(
        r#"select current_user::text as "role!", rolsuper as "is_superuser!", rolsuper or rolcreaterole as "may_make_roles!"
           from pg_roles where rolname = current_user"#
    )
    .fetch_one(&mut *transaction)
    .await?;
    for name in [WEB_ROLE, STAFF_ROLE] {
        let exists = sqlx::query_scalar!(
            r#"select exists (select from pg_roles where rolname = $1) as "exists!""#,
            name as _
        );
        if !user.may_make_roles && !exists.fetch_one(&mut *transaction).await? {
            return Err(DatabaseError::MayNotMakeRoles { role: user.role, missing: name.to_owned() });
        }
    }
    sqlx::query!(
        "select set_config('signpost.web_password', $1, true) as password",
        web_password.unwrap_or("")
    )
    .fetch_one(&mut *transaction)
    .await?;
    sqlx::raw_sql(include_str!("grant.sql")).execute(&mut *transaction).await?;
    transaction.commit().await?;
    Ok(if user.is_superuser { Granted::Whole } else { Granted::ButLargeObjects })
}
