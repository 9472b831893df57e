-- Exchanges: what people of both cities do together.

create table series (
    id uuid primary key,
    slug text not null constraint series_slug_taken unique deferrable,
    title text not null,
    rule text,
    starts date,
    note text,
    constraint series_starts_a_rule check (starts is null or rule is not null)
);
comment on table series is 'Exchanges that repeat.';
comment on column series.rule is 'How it repeats (RRULE of RFC 5545); null: it does not follow a rule.';
comment on column series.starts is 'The day from which the rule counts, its first; null: not on record.';

create table exchange (
    id uuid primary key,
    slug text not null constraint exchange_slug_taken unique deferrable,
    title text not null,
    description text,
    kind text not null check (kind in (
        'delegation', 'student-exchange', 'cultural', 'educational', 'business', 'technical', 'ceremony')),
    direction text not null check (direction in ('inbound', 'outbound', 'local', 'online')),
    status text not null check (status in ('tentative', 'confirmed', 'postponed', 'cancelled')),
    status_reason text,
    form text not null check (form in ('timed', 'days', 'historic')),
    first_day date not null,
    last_day date not null,
    starts timestamp,
    ends timestamp,
    zone text,
    fold text check (fold in ('earlier', 'later')),
    starts_at timestamptz,
    ends_at timestamptz,
    previous_form text check (previous_form in ('timed', 'days', 'historic')),
    previous_first_day date,
    previous_last_day date,
    previous_starts timestamp,
    previous_ends timestamp,
    previous_zone text,
    previous_fold text check (previous_fold in ('earlier', 'later')),
    venue text,
    latitude double precision check (latitude between -90 and 90),
    longitude double precision check (longitude between -180 and 180),
    website text,
    organizer uuid references committee on delete set null,
    leader text,
    students integer check (students >= 0),
    chaperones integer check (chaperones >= 0),
    adults integer check (adults >= 0),
    host_families integer check (host_families >= 0),
    people_sum integer check (people_sum >= 0),
    people_remark text,
    series uuid references series on delete set null,
    ordinal integer check (ordinal > 0),
    calendar_uid text constraint exchange_calendar_uid_taken unique deferrable,
    sequence integer not null default 0 check (sequence >= 0),
    published_at timestamptz,
    note text,
    constraint exchange_in_order check (first_day <= last_day and starts_at <= ends_at),
    constraint exchange_form_whole check (case form
        when 'timed' then num_nulls(starts, zone, starts_at) = 0 and num_nulls(ends, ends_at) in (0, 2)
        when 'days' then num_nonnulls(starts, ends, zone, fold, starts_at, ends_at) = 0
        else num_nonnulls(starts, ends, zone, fold, starts_at, ends_at) = 0 and is_historic(first_day, last_day) end),
    constraint exchange_previous_whole check (case
        when previous_form is null then
            num_nonnulls(previous_first_day, previous_last_day, previous_starts, previous_ends, previous_zone, previous_fold) = 0
        when previous_form = 'timed' then num_nulls(previous_first_day, previous_last_day, previous_starts, previous_zone) = 0
        else num_nulls(previous_first_day, previous_last_day) = 0
            and num_nonnulls(previous_starts, previous_ends, previous_zone, previous_fold) = 0 end),
    constraint exchange_place_whole check (num_nulls(latitude, longitude) in (0, 2))
);
create index exchange_days on exchange (first_day, id);
create index exchange_last_day on exchange (last_day, id);
create index exchange_publication on exchange (published_at) where published_at is not null;
create index exchange_slug_near on exchange using gist (slug gist_trgm_ops);
create index exchange_series on exchange (series) where series is not null;
comment on table exchange is 'Something that people of both cities do together.';
comment on column exchange.slug is 'Its name in URLs and commands.';
comment on column exchange.status is 'tentative: expected; confirmed: on, or held; postponed; cancelled.';
comment on column exchange.form is 'timed: at a time of day in a zone; days: on whole days; historic: at a date known to the day, month or year.';
comment on column exchange.first_day is 'The first day of it on the host''s calendar, or that it can be on.';
comment on column exchange.last_day is 'The last day of it on the host''s calendar, or that it can be on.';
comment on column exchange.starts is 'The start as a clock in its zone shows it.';
comment on column exchange.fold is 'Which of two equal clock times is meant, where clocks are set back.';
comment on column exchange.starts_at is 'The instant of its start, derived from starts, zone and fold.';
comment on column exchange.previous_form is 'When it was to be, before it was postponed; null: it was not.';
comment on column exchange.host_families is 'Families who took guests in; not counted as people.';
comment on column exchange.people_sum is 'All who took part, where only the sum is on record.';
comment on column exchange.ordinal is 'Which one it is, where a source counts: the 43rd visit.';
comment on column exchange.calendar_uid is 'What calendars know it by (UID of RFC 5545), where it came from one; null: its id.';
comment on column exchange.sequence is 'How often its calendar entry has changed (SEQUENCE of RFC 5545).';
comment on column exchange.published_at is 'Since when it is public; null: it is not.';

alter table slug_redirect add foreign key (exchange) references exchange on delete cascade;
create index slug_redirect_exchange on slug_redirect (exchange) where exchange is not null;

create table exchange_partner (
    id uuid primary key,
    exchange uuid not null references exchange on delete cascade,
    partner uuid not null references partner on delete cascade,
    position integer not null,
    constraint exchange_partner_once unique (exchange, partner) deferrable
);
create index exchange_partner_partner on exchange_partner (partner, exchange);
-- The partners of each exchange of a list, read in their order without a sort for each.
create index exchange_partner_order on exchange_partner (exchange, position) include (partner);
comment on table exchange_partner is 'The partners that an exchange is with.';

create table preview (
    id uuid primary key,
    exchange uuid not null references exchange on delete cascade,
    token_hash text not null constraint preview_token_taken unique check (token_hash ~ '^[0-9a-f]{64}$'),
    expires_at timestamptz not null
);
create index preview_exchange on preview (exchange);
comment on table preview is 'Links by which people see an exchange before it is public.';
comment on column preview.token_hash is 'The SHA-256 of what the link holds: who reads this table cannot open the page.';

create table cost (
    id uuid primary key,
    relationship uuid references relationship on delete cascade,
    exchange uuid references exchange on delete cascade,
    on_first date not null,
    on_last date not null,
    money_minor bigint check (money_minor >= 0),
    currency text,
    staff_minutes integer check (staff_minutes >= 0),
    room_uses integer check (room_uses >= 0),
    what text not null,
    constraint cost_of_one check (num_nonnulls(relationship, exchange) = 1),
    constraint cost_on_historic check (is_historic(on_first, on_last)),
    constraint cost_something check (num_nonnulls(money_minor, staff_minutes, room_uses) > 0),
    constraint cost_money_has_currency check (num_nulls(money_minor, currency) in (0, 2))
);
create index cost_exchange on cost (exchange) where exchange is not null;
comment on table cost is 'What the city spent: money, its staff''s time, its rooms. Printed beside people counted.';
comment on column cost.money_minor is 'In the currency''s smallest unit, as cents.';
