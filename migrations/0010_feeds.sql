-- What calendars, feeds and downloads say of the record's history: how often and when something last changed.

-- SEQUENCE of RFC 5545 only grows, whoever writes: a command, an import of an older file, an undo. It counts on with
-- every change of what a calendar shows, also where the writer did not.
create function keep_exchange_sequence() returns trigger language plpgsql
    set search_path = pg_catalog, pg_temp as $$
declare
    known integer;
begin
    if tg_op = 'INSERT' then
        -- Of an upsert: a row that is otherwise as it is on record stays untouched.
        select sequence into known from public.exchange where id = new.id;
        new.sequence := greatest(new.sequence, known);
    elsif new.sequence <= old.sequence and (new.title, new.description, new.kind, new.direction, new.status,
            new.status_reason, new.form, new.first_day, new.last_day, new.starts, new.ends, new.zone, new.fold,
            new.previous_form, new.previous_first_day, new.previous_starts, new.venue, new.latitude, new.longitude,
            new.series, new.calendar_uid)
        is distinct from (old.title, old.description, old.kind, old.direction, old.status,
            old.status_reason, old.form, old.first_day, old.last_day, old.starts, old.ends, old.zone, old.fold,
            old.previous_form, old.previous_first_day, old.previous_starts, old.venue, old.latitude, old.longitude,
            old.series, old.calendar_uid)
    then
        new.sequence := old.sequence + 1;
    else
        new.sequence := greatest(new.sequence, old.sequence);
    end if;
    return new;
end $$;
comment on function keep_exchange_sequence is 'Counts on with every change of what calendars show of an exchange; never back.';
create trigger keep_sequence before insert or update on exchange
    for each row execute function keep_exchange_sequence();

-- Which entries touched an exchange that then was, or before was, of a series.
create index audit_entry_series_after on audit_entry ((after ->> 'series'))
    where noun = 'exchange' and after ->> 'series' is not null;
create index audit_entry_series_before on audit_entry ((before ->> 'series'))
    where noun = 'exchange' and before ->> 'series' is not null;

create view last_change as
    select thing.id,
           greatest(thing.published_at, (
               select change.at from audit_entry join change on change.id = audit_entry.change
               where audit_entry.row_id = thing.id order by audit_entry.id desc limit 1)) as at
    from (
        select id, published_at from partner
        union all select id, null from term
        union all select id, published_at from application
        union all select id, published_at from agreement
        union all select id, published_at from exchange
    ) thing;
comment on view last_change is 'When something was last changed, or became public: whichever came later.';

create view series_history as
    select series.id, entries.changes, entries.at
    from series cross join lateral (
        select count(*) as changes, max(change.at) as at
        from (
            select change from audit_entry where row_id = series.id
            union all
            select change from audit_entry where noun = 'exchange' and after ->> 'series' = series.id::text
            union all
            select change from audit_entry where noun = 'exchange' and before ->> 'series' = series.id::text
        ) entry join change on change.id = entry.change
    ) entries;
comment on view series_history is 'How often a series, or an exchange that is or was of it, has changed, and when last.';

create view published.last_change as
    select thing.id,
           greatest(thing.published_at, (
               select change.at from public.audit_entry join public.change on change.id = audit_entry.change
               where audit_entry.row_id = thing.id order by audit_entry.id desc limit 1)) as at
    from (
        select id, published_at from published.partner
        union all select id, null from published.term
        union all select id, published_at from published.application
        union all select id, published_at from published.agreement
        union all select id, published_at from published.exchange
    ) thing;
create view published.series_history as select * from public.series_history;
