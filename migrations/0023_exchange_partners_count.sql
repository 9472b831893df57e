-- Who takes part in an exchange is in calendars too: SEQUENCE and LAST-MODIFIED move on with it.

-- Once for each change: not of an exchange that is new in it, nor of one that it has counted on already.
create function count_exchange_partners() returns trigger language plpgsql as $$
declare
    touched uuid[];
begin
    if tg_op = 'INSERT' then
        touched := array(select exchange from new_rows);
    elsif tg_op = 'DELETE' then
        touched := array(select exchange from old_rows);
    else
        touched := array(
            select unnest(array[old_rows.exchange, new_rows.exchange])
            from old_rows join new_rows using (id)
            where (old_rows.exchange, old_rows.partner) <> (new_rows.exchange, new_rows.partner));
    end if;
    touched := array(
        select id from exchange
        where id = any (touched)
            and not coalesce((
                select change.transaction = pg_current_xact_id() and (action = 'insert'
                    or (before ->> 'sequence')::integer < (after ->> 'sequence')::integer)
                from audit_entry join change on change.id = audit_entry.change
                where audit_entry.row_id = exchange.id order by audit_entry.id desc limit 1), false));
    if cardinality(touched) > 0 then
        update exchange set sequence = sequence + 1 where id = any (touched);
    end if;
    return null;
end $$;
comment on function count_exchange_partners is 'Counts the sequence of exchanges on whose partners are others.';
create trigger count_insert after insert on exchange_partner referencing new table as new_rows
    for each statement execute function count_exchange_partners();
create trigger count_update after update on exchange_partner referencing old table as old_rows new table as new_rows
    for each statement execute function count_exchange_partners();
create trigger count_delete after delete on exchange_partner referencing old table as old_rows
    for each statement execute function count_exchange_partners();
