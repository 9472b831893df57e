-- The change record: who changed what, when and why, for ever.
--
-- Every transaction that writes a recorded table first inserts one row into "change". Statement triggers then
-- write an audit entry for every row that the transaction touches; without a change, the write fails. At commit the
-- content version moves on by one, and the servers are told.

-- Which migrations are applied. `signpost database migrate` has made it by now; this is for applying them by hand.
create table if not exists _sqlx_migrations (
    version bigint primary key,
    description text not null,
    installed_on timestamptz not null default now(),
    success boolean not null,
    checksum bytea not null,
    execution_time bigint not null
);

create extension if not exists btree_gist;  -- terms of one relationship are kept apart
create extension if not exists pg_trgm;     -- words that are nearly right are found

-- A date known to the day, the month or the year is kept as its first and last possible day, and nothing else is
-- such a date. Both are null where the date is not on record.
create function is_historic(first date, last date) returns boolean
    language sql immutable parallel safe
    return case
        when first is null or last is null then first is null and last is null
        when first = last then true
        when extract(day from first) <> 1 then false
        when last = (first + interval '1 month' - interval '1 day')::date then true
        else extract(month from first) = 1 and last = (first + interval '1 year' - interval '1 day')::date
    end;
comment on function is_historic is 'Whether two days bound one day, one month or one year, or are both not on record.';

create table content_version (
    only_row boolean primary key default true check (only_row),
    version bigint not null default 0,
    changed_at timestamptz not null default now()
);
insert into content_version default values;
comment on table content_version is 'One row: the number of the last change that was committed. Servers drop what is older.';
comment on column content_version.version is 'Moves on by one with every transaction that writes.';
comment on column content_version.changed_at is 'When it last moved.';

create table change (
    id uuid primary key,
    at timestamptz not null default now(),
    actor text not null check (actor <> ''),
    reason text check (reason <> ''),
    command text check (command <> ''),
    undoes uuid references change,
    session_user_name text not null default session_user,
    transaction xid8 unique default pg_current_xact_id()
);
create index change_at on change (at desc, id desc);
comment on table change is 'One row for each transaction that wrote: who, when, why.';
comment on column change.actor is 'The person, as given with --actor.';
comment on column change.reason is 'Why, in the person''s words.';
comment on column change.command is 'What was run, as "relationship renew".';
comment on column change.undoes is 'The change that this one reverses.';
comment on column change.session_user_name is 'The database role that was logged in.';
comment on column change.transaction is 'The transaction whose writes belong to this change; null: made before the database was restored from a backup, since the numbers of transactions are a server''s own.';

create table audit_entry (
    id bigint generated always as identity primary key,
    change uuid not null references change,
    noun text not null,
    row_id uuid not null,
    action text not null check (action in ('insert', 'update', 'delete')),
    before jsonb,
    after jsonb
);
create index audit_entry_change on audit_entry (change);
create index audit_entry_row on audit_entry (row_id, id);
comment on table audit_entry is 'What a change did to one row. Never changed nor removed, but for redactions, which leave a mark.';
comment on column audit_entry.noun is 'The table.';
comment on column audit_entry.row_id is 'The id of the row.';
comment on column audit_entry.before is 'The row before; null where there was none. Bytes are left out: their hash is in the row.';
comment on column audit_entry.after is 'The row after; null where there is none.';

create table redaction (
    id uuid primary key,
    change uuid not null references change,
    audit_entry bigint not null references audit_entry,
    fields text[] not null check (cardinality(fields) > 0),
    authority text not null check (authority <> ''),
    reason text not null check (reason <> '')
);
comment on table redaction is 'Personal data taken out of the change record: by whose authority, and why.';
comment on column redaction.fields is 'The fields of the entry whose values were replaced by this redaction''s id.';

-- Writes the audit entries of one statement.
create function record_rows() returns trigger language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
declare
    this_change uuid;
begin
    select id into this_change from public.change where transaction = pg_current_xact_id();
    if this_change is null then
        raise exception 'a write to % without a change record', tg_table_name
            using errcode = 'restrict_violation', constraint = 'change_record_first',
                  hint = 'Use the signpost command: it says who changes what, and why.';
    end if;
    if tg_op = 'INSERT' then
        insert into public.audit_entry (change, noun, row_id, action, after)
            select this_change, tg_table_name, id, 'insert', to_jsonb(new_rows) - 'bytes' from new_rows;
    elsif tg_op = 'DELETE' then
        insert into public.audit_entry (change, noun, row_id, action, before)
            select this_change, tg_table_name, id, 'delete', to_jsonb(old_rows) - 'bytes' from old_rows;
    else
        insert into public.audit_entry (change, noun, row_id, action, before, after)
            select this_change, tg_table_name, new_rows.id, 'update',
                   to_jsonb(old_rows) - 'bytes', to_jsonb(new_rows) - 'bytes'
            from new_rows join old_rows using (id);
    end if;
    return null;
end $$;
comment on function record_rows is 'Writes an audit entry for every row that a statement touched; fails without a change.';

-- Moves the content version on, once for each change, when it is committed.
create function publish_change() returns trigger language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
begin
    update public.content_version set version = version + 1, changed_at = clock_timestamp();
    perform pg_notify('signpost_content', '');
    return null;
end $$;
create constraint trigger publish_change after insert on change
    deferrable initially deferred for each row execute function publish_change();

-- The record is append-only.
create function refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the change record is append-only: % of % is refused', lower(tg_op), tg_table_name
        using errcode = 'restrict_violation', constraint = 'append_only';
end $$;
create trigger append_only before update or delete or truncate on change for each statement execute function refuse();
create trigger append_only before update or delete or truncate on redaction for each statement execute function refuse();
create trigger append_only before delete or truncate on audit_entry for each statement execute function refuse();

-- The one door: an audit entry may change where a redaction of this transaction says so, and only as it says.
create function allow_redaction() returns trigger language plpgsql as $$
declare
    mark public.redaction;
begin
    select redaction.* into mark
        from public.redaction join public.change on change.id = redaction.change
        where redaction.audit_entry = old.id and change.transaction = pg_current_xact_id();
    if mark.id is not null
        and (new.id, new.change, new.noun, new.row_id, new.action) = (old.id, old.change, old.noun, old.row_id, old.action)
        and new.before is not distinct from public.redacted(old.before, mark.fields, mark.id)
        and new.after is not distinct from public.redacted(old.after, mark.fields, mark.id)
    then
        return new;
    end if;
    raise exception 'the change record is append-only: update of audit_entry is refused'
        using errcode = 'restrict_violation', constraint = 'append_only';
end $$;

create function redacted(content jsonb, fields text[], mark uuid) returns jsonb
    language sql immutable parallel safe
    return case when content is null then null else (
        select jsonb_object_agg(key, case when key = any (fields) then jsonb_build_object('redacted', mark) else value end)
        from jsonb_each(content)
    ) end;
comment on function redacted is 'A row of the record with the values of some fields replaced by a redaction''s mark.';

create function is_redacted(value jsonb) returns boolean
    language sql immutable parallel safe
    return jsonb_typeof(value) = 'object' and value ? 'redacted';
comment on function is_redacted is 'Whether a value is a redaction''s mark.';

create function agrees(one jsonb, other jsonb) returns boolean
    language sql immutable parallel safe
    return not exists (
        select from jsonb_each(one) as field join jsonb_each(other) as same_field using (key)
        where field.value <> same_field.value and not is_redacted(field.value) and not is_redacted(same_field.value)
    );
comment on function agrees is 'Whether two states of a row can be one: a mark agrees with anything, as does a column that one of them lacks.';

create trigger redaction_only before update on audit_entry for each row execute function allow_redaction();
