-- Who may do what. Run by the owner after every migration and restore; running it again changes nothing.
-- Roles are the server's, not the database's, and are in no dump.

do $$
declare
    superuser boolean := (select rolsuper from pg_roles where rolname = current_user);
    web_password text := nullif(current_setting('signpost.web_password', true), '');
begin
    if not exists (select from pg_roles where rolname = 'signpost_web') then
        create role signpost_web login;
    end if;
    if not exists (select from pg_roles where rolname = 'signpost_staff') then
        create role signpost_staff login;
    end if;
    if web_password is not null then
        execute format('alter role signpost_web password %L', web_password);
    end if;

    -- Nobody gets by being somebody: no temporary tables, no tables of their own.
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to signpost_web, signpost_staff', current_database());

    -- Large objects belong to no schema: only a superuser can close that door.
    if superuser then
        revoke execute on function pg_catalog.lo_creat(integer), pg_catalog.lo_create(oid), pg_catalog.lo_unlink(oid),
            pg_catalog.lo_open(oid, integer), pg_catalog.lo_from_bytea(oid, bytea), pg_catalog.lo_put(oid, bigint, bytea),
            pg_catalog.lowrite(integer, bytea), pg_catalog.lo_truncate(integer, integer),
            pg_catalog.lo_truncate64(integer, bigint) from public;
    end if;
end $$;

revoke all on schema public from public;
revoke all on all tables in schema public from signpost_web, signpost_staff;
revoke all on all tables in schema published from signpost_web, signpost_staff;
revoke all on all tables in schema previewed from signpost_web, signpost_staff;

-- The public: what is published. Usage of the other schema is for the operators of the search extension only.
grant usage on schema public, published, previewed to signpost_web;
grant select on all tables in schema published, previewed to signpost_web;
-- A migration that makes a view anew leaves the servers that are up no moment without their right to it.
alter default privileges in schema published, previewed grant select on tables to signpost_web;

-- Staff: everything but the record, which writes itself.
grant usage on schema public to signpost_staff;
grant select, insert, update, delete on all tables in schema public to signpost_staff;
alter default privileges in schema public grant select, insert, update, delete on tables to signpost_staff;
revoke insert, update, delete on content_version, audit_entry, redaction, _sqlx_migrations from signpost_staff;
revoke update, delete on change from signpost_staff;
