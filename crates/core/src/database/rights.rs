//! Whether the roles have the rights that they should: what `grant` gave may have been taken, or added to, by hand.

use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection};

use crate::database::{Database, DatabaseError, STAFF_ROLE, WEB_ROLE};

/// What the roles may do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rights {
    /// The roles that are missing.
    pub missing: Vec<String>,
    /// The published views that the site's role may not read.
    pub unreadable: Vec<String>,
    /// The tables that the site's role may read or write, and the powers that it has: it should have none.
    pub excess: Vec<String>,
}

/// Looks at the roles of a database that has a schema.
pub async fn rights(connection: &mut PgConnection) -> Result<Rights, DatabaseError> {
    let mut rights = Rights::default();
    for name in [WEB_ROLE, STAFF_ROLE] {
        let exists = sqlx::query_scalar!(
            r#"select exists (select from pg_roles where rolname = $1 and rolcanlogin) as "exists!""#,
            name as _
        );
        if !exists.fetch_one(&mut *connection).await? {
            rights.missing.push(name.to_owned());
        }
    }
    if !rights.missing.is_empty() {
        return Ok(rights);
    }
    let unreadable = sqlx::query_scalar!(
        r#"select relname::text as "name!" from pg_class
           where relnamespace = 'published'::regnamespace and relkind = 'v'
              and not has_table_privilege($1, oid, 'select')
           order by relname"#,
        WEB_ROLE as _
    );
    rights.unreadable = unreadable.fetch_all(&mut *connection).await?;
    let excess = sqlx::query_scalar!(
        r#"select relname::text as "name!" from pg_class
           where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')
              and has_table_privilege($1, oid, 'select, insert, update, delete')
           union all
           select power from pg_roles, lateral (values ('superuser', rolsuper), ('createdb', rolcreatedb),
              ('createrole', rolcreaterole), ('bypassrls', rolbypassrls)) powers (power, has)
           where rolname = $1 and has
           order by 1"#,
        WEB_ROLE as _
    );
    rights.excess = excess.fetch_all(connection).await?;
    Ok(rights)
}

/// Logs in to a database as the site's role with a password, as the server does, and out again.
///
/// # Errors
/// The password is another, or the role is missing.
pub async fn try_login(database: &Database, password: &str) -> Result<(), DatabaseError> {
    let options: PgConnectOptions = (*database.pool().connect_options()).clone();
    let connection = PgConnection::connect_with(&options.username(WEB_ROLE).password(password)).await;
    let connection =
        connection.map_err(|source| DatabaseError::of_connecting(source, database.place(), WEB_ROLE))?;
    Ok(connection.close().await?)
}
