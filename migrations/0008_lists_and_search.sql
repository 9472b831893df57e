-- Lists and search of a million exchanges: what they are read by, derived from the record and not recorded.

-- Each filter of the list has its exchanges in their order.
create index exchange_kind_days on exchange (kind, first_day, id);
create index exchange_direction_days on exchange (direction, first_day, id);
create index exchange_kind_direction_days on exchange (kind, direction, first_day, id);
-- What is on at a day.
create index exchange_during on exchange using gist (daterange(first_day, last_day, '[]'));
-- A slug that is not there is looked for by its words.
drop index exchange_slug_near;

create table partner_exchange (
    partner uuid not null,
    exchange uuid not null,
    kind text not null,
    direction text not null,
    status text not null,
    first_day date not null,
    last_day date not null,
    people integer not null,
    published_at timestamptz
);
create index partner_exchange_exchange on partner_exchange (exchange);
create index partner_exchange_days on partner_exchange (partner, first_day, exchange)
    include (kind, direction, status, last_day, people, published_at);
create index partner_exchange_during on partner_exchange using gist (partner, daterange(first_day, last_day, '[]'));
comment on table partner_exchange is 'The exchanges of each partner, to be read in the order of their days. Derived, not recorded: triggers keep it.';
comment on column partner_exchange.people is 'All who took part, as far as they are counted.';

create function people_of(exchange) returns integer
    language sql immutable parallel safe
    return coalesce($1.people_sum, coalesce($1.students, 0) + coalesce($1.chaperones, 0) + coalesce($1.adults, 0));
comment on function people_of is 'All who took part in an exchange, as far as they are counted.';

create function keep_partner_exchange() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        delete from partner_exchange using old_rows
            where partner_exchange.exchange = old_rows.exchange and partner_exchange.partner = old_rows.partner;
    end if;
    if tg_op <> 'DELETE' then
        insert into partner_exchange
            select new_rows.partner, held.id, kind, direction, status, first_day, last_day, people_of(held), published_at
            from new_rows join exchange as held on held.id = new_rows.exchange;
    end if;
    return null;
end $$;
create trigger keep_insert after insert on exchange_partner referencing new table as new_rows
    for each statement execute function keep_partner_exchange();
create trigger keep_update after update on exchange_partner referencing old table as old_rows new table as new_rows
    for each statement execute function keep_partner_exchange();
create trigger keep_delete after delete on exchange_partner referencing old table as old_rows
    for each statement execute function keep_partner_exchange();

create function follow_exchange() returns trigger language plpgsql as $$
begin
    update search_document set published_at = new_rows.published_at
        from new_rows
        where search_document.exchange = new_rows.id
            and search_document.published_at is distinct from new_rows.published_at;
    update partner_exchange as kept
        set (kind, direction, status, first_day, last_day, people, published_at) =
            (held.kind, held.direction, held.status, held.first_day, held.last_day, people_of(held), held.published_at)
        from new_rows join exchange as held on held.id = new_rows.id
        where kept.exchange = held.id;
    return null;
end $$;
create trigger keep_update after update on exchange referencing new table as new_rows
    for each statement execute function follow_exchange();

insert into partner_exchange
    select partner, held.id, kind, direction, status, first_day, last_day, people_of(held), published_at
    from exchange_partner join exchange as held on held.id = exchange_partner.exchange;

-- What search looks in. It was never written before.
drop view published.search_document;
drop table search_document;

create table search_document (
    partner uuid references partner on delete cascade,
    exchange uuid references exchange on delete cascade,
    page uuid references page on delete cascade,
    document uuid references document on delete cascade,
    language text not null,
    day date,
    title text not null,
    body text not null,
    words tsvector not null,
    published_at timestamptz,
    constraint search_document_of_one check (num_nonnulls(partner, exchange, page, document) = 1)
);
create unique index search_document_partner on search_document (partner, language) where partner is not null;
create unique index search_document_exchange on search_document (exchange, language) where exchange is not null;
create unique index search_document_page on search_document (page, language) where page is not null;
create unique index search_document_document on search_document (document, language) where document is not null;
create index search_document_day on search_document (day, exchange) where exchange is not null;
create index search_document_words on search_document using gin (words);
comment on table search_document is 'What search looks in: the texts of a record in one language. Derived, not recorded: the store writes it.';
comment on column search_document.day is 'The first day of an exchange.';
comment on column search_document.published_at is 'Since when an exchange is public, as it says itself: a trigger keeps it.';
comment on column search_document.title is 'What the record is called in that language.';
comment on column search_document.body is 'What it says besides, without markup.';
comment on column search_document.words is 'Its words, folded so that what looks alike compares alike; of scripts without spaces single characters and pairs. A: names, B: other names, C: the text, D: the partners that it is with, as = and their id.';

create view search_exchange as
    select exchange, language, day, title, body, words from search_document where exchange is not null;
comment on view search_exchange is 'What search looks in of exchanges.';

create table search_word (
    word text primary key
);
create index search_word_near on search_word using gin (word gin_trgm_ops);
comment on table search_word is 'The words in Latin letters of all that search looks in, for words that are nearly right. Derived, not recorded; a word may stay when the text goes.';

create view published.partner_exchange as
    select partner_exchange.partner, exchange, kind, direction, status, first_day, last_day, people,
           partner_exchange.published_at
    from public.partner_exchange join published.partner on partner.id = partner_exchange.partner
    where partner_exchange.published_at <= now();
-- Exchanges have a view without the others, so that a million of them are read along their indexes.
create view published.search_exchange as
    select exchange, language, day, title, body, words from public.search_document
    where exchange is not null and published_at <= now();
create view published.search_document as
    select partner, null::uuid as exchange, null::uuid as page, null::uuid as document, language, day, title, body, words,
           null::timestamptz as published_at
    from public.search_document join published.partner on partner.id = search_document.partner
    union all
    select null, exchange, null, null, language, day, title, body, words, null from published.search_exchange
    union all
    select null, null, page, null, language, day, search_document.title, search_document.body, words, null
    from public.search_document join published.page on page.id = search_document.page
    union all
    select null, null, null, document, search_document.language, day, search_document.title, body, words, null
    from public.search_document join published.document on document.id = search_document.document;
create view published.search_word as select word from public.search_word;
