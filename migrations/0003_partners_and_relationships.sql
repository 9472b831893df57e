-- Partners, and the host's tie to each over time.

create table partner (
    id uuid primary key,
    slug text not null constraint partner_slug_taken unique deferrable,
    name text not null,
    country text not null,
    country_label text not null,
    region text,
    latitude double precision check (latitude between -90 and 90),
    longitude double precision check (longitude between -180 and 180),
    time_zone text not null,
    geonames bigint,
    introduction text,
    published_at timestamptz,
    note text,
    constraint partner_place_whole check (num_nulls(latitude, longitude) in (0, 2))
);
comment on table partner is 'A city abroad.';
comment on column partner.slug is 'Its name in URLs and commands.';
comment on column partner.name is 'Its name as the host city writes it.';
comment on column partner.country is 'ISO 3166-1 alpha-2.';
comment on column partner.country_label is 'What the host city calls its country.';
comment on column partner.latitude is 'WGS 84; null: its place is not on record.';
comment on column partner.introduction is 'What the programme says of it, in Markdown.';
comment on column partner.published_at is 'Since when it is public; null: it is not.';
comment on column partner.note is 'A remark for staff, never public.';

create table partner_name (
    id uuid primary key,
    partner uuid not null references partner on delete cascade,
    position integer not null,
    text text not null,
    language text,
    purpose text not null check (purpose in ('preferred', 'alias')),
    reading text,
    note text,
    constraint partner_name_preferred_once exclude (partner with =, language with =) where (purpose = 'preferred')
        deferrable initially deferred
);
create index partner_name_partner on partner_name (partner, position);
comment on table partner_name is 'A partner''s names in other languages and scripts, and misspellings that people search for.';
comment on column partner_name.language is 'BCP 47, with the script where it matters (zh-Hant).';
comment on column partner_name.purpose is 'preferred: shown; alias: finds it, and is not shown as its name.';
comment on column partner_name.reading is 'How it is read, where the script does not say.';

create table slug_redirect (
    id uuid primary key,
    noun text not null check (noun in ('partner', 'exchange')),
    slug text not null,
    partner uuid references partner on delete cascade,
    exchange uuid,
    constraint slug_redirect_once unique (noun, slug) deferrable,
    constraint slug_redirect_target check (
        (noun = 'partner' and partner is not null and exchange is null)
        or (noun = 'exchange' and exchange is not null and partner is null))
);
comment on table slug_redirect is 'Former slugs: their URLs lead to where the record is now.';

create table relationship (
    id uuid primary key,
    partner uuid not null constraint relationship_one_per_partner unique deferrable references partner on delete cascade,
    note text
);
comment on table relationship is 'The host''s tie to one partner over time.';

create table term (
    id uuid primary key,
    relationship uuid not null references relationship on delete cascade,
    kind text not null check (kind in ('sister', 'friendship')),
    start_first date,
    start_last date,
    ending text not null check (ending in ('open', 'by-policy', 'recorded', 'unrecorded')),
    end_first date,
    end_last date,
    end_cause text check (end_cause in ('expiry', 'party', 'change')),
    end_reason text,
    continues uuid,
    approved_first date,
    approved_last date,
    resolution text,
    vote text,
    agenda text,
    record_number text,
    sponsor text,
    note text,
    certain daterange generated always as (case
        when start_last is null or ending = 'unrecorded' then 'empty'
        when ending = 'open' then daterange(start_last, null)
        when end_first <= start_last then 'empty'
        else daterange(start_last, end_first) end) stored,
    constraint term_start_historic check (is_historic(start_first, start_last)),
    constraint term_end_historic check (is_historic(end_first, end_last)),
    constraint term_approved_historic check (is_historic(approved_first, approved_last)),
    constraint term_ending_whole check (case ending
        when 'recorded' then end_first is not null and end_cause is not null
        when 'by-policy' then end_first = end_last and start_first = start_last and end_cause is null
        else end_first is null and end_cause is null and end_reason is null end),
    constraint term_in_order check (start_first < end_last),
    constraint term_continues_another check (continues <> id),
    constraint term_continued_once unique (continues) deferrable initially deferred,
    constraint term_boundary unique (id, relationship, end_first, end_last),
    constraint terms_overlap exclude using gist (relationship with =, certain with &&) deferrable initially deferred,
    constraint term_start_is_the_end_before foreign key (continues, relationship, start_first, start_last)
        references term (id, relationship, end_first, end_last) match simple
        on update cascade deferrable initially deferred,
    constraint term_continues_from_a_date check (continues is null or start_first is not null)
);
create index term_relationship on term (relationship, start_first);
comment on table term is 'One period of one kind. Terms of a relationship never overlap.';
comment on column term.start_first is 'The first day that its start can be; null: not on record.';
comment on column term.ending is 'open: runs until a party ends it; by-policy: computed from its start when written; recorded; unrecorded: it ended, or will, and nobody wrote down when.';
comment on column term.end_first is 'The first possible day of its end: the first day on which it no longer holds.';
comment on column term.end_cause is 'expiry: ran out; party: a party ended it; change: became something else.';
comment on column term.continues is 'The term that it follows without a gap. Its start and that one''s end are one fact.';
comment on column term.approved_first is 'The first day that the Council''s approval can be.';
comment on column term.vote is 'The Council''s vote: ayes-noes or ayes-noes-abstentions.';
comment on column term.agenda is 'The item of the Council''s agenda.';
comment on column term.record_number is 'The Clerk''s record number.';
comment on column term.sponsor is 'The member of the Council who sponsors it.';
comment on column term.certain is 'The days on which it holds whichever possible days its boundaries are.';

create table dormancy (
    id uuid primary key,
    relationship uuid not null references relationship on delete cascade,
    term uuid not null references term on delete cascade deferrable initially deferred,
    start_first date,
    start_last date,
    end_first date,
    end_last date,
    note text,
    constraint dormancy_start_historic check (is_historic(start_first, start_last)),
    constraint dormancy_end_historic check (is_historic(end_first, end_last)),
    constraint dormancy_in_order check (start_first <= end_last)
);
comment on table dormancy is 'A span inside a term in which the relationship sleeps.';
comment on column dormancy.start_first is 'Null: since when is not on record; it counts from the term''s start.';
comment on column dormancy.end_first is 'It is over from this day on.';

create table listing (
    id uuid primary key,
    relationship uuid not null references relationship on delete cascade,
    kind text not null check (kind in ('sister', 'friendship')),
    seen_first date not null,
    seen_from_last date not null,
    seen_to_first date not null,
    seen_last date not null,
    note text,
    constraint listing_seen_historic check (is_historic(seen_first, seen_from_last) and is_historic(seen_to_first, seen_last)),
    constraint listing_in_order check (seen_first <= seen_to_first and seen_from_last <= seen_last)
);
comment on table listing is 'A source that names the partner as a sister or friendship city at a time, without dates of its own.';
comment on column listing.seen_first is 'The source is from some day between two historic dates; this is the first possible day.';

create table application (
    id uuid primary key,
    relationship uuid not null references relationship on delete cascade,
    kind text not null check (kind in ('sister', 'friendship')),
    applied_first date not null,
    applied_last date not null,
    missing text,
    decision text check (decision in ('approved', 'declined', 'withdrawn')),
    decided_first date,
    decided_last date,
    resolution text,
    vote text,
    agenda text,
    record_number text,
    published_at timestamptz,
    note text,
    constraint application_applied_historic check (is_historic(applied_first, applied_last)),
    constraint application_decided_historic check (is_historic(decided_first, decided_last)),
    constraint application_decided_after_made check (applied_first <= decided_last),
    constraint application_decision_first check (
        decision is not null or num_nonnulls(decided_first, resolution, vote, agenda, record_number) = 0)
);
comment on table application is 'A request to become a partner.';
comment on column application.missing is 'What is missing from it; null: it is complete.';
comment on column application.decision is 'Null: it is open.';
comment on column application.published_at is 'Since when it is public; null: it is not.';

create table milestone (
    id uuid primary key,
    relationship uuid not null references relationship on delete cascade,
    on_first date,
    on_last date,
    what text not null,
    constraint milestone_on_historic check (is_historic(on_first, on_last))
);
comment on table milestone is 'Something that happened to a relationship and that no other record holds.';

create table completeness (
    id uuid primary key,
    relationship uuid not null references relationship on delete cascade,
    year smallint not null check (year between 1 and 9999),
    note text,
    constraint completeness_once unique (relationship, year) deferrable
);
comment on table completeness is 'All exchanges of this relationship in this year are on record.';

create table policy_exception (
    id uuid primary key,
    policy uuid not null references policy deferrable initially deferred,
    relationship uuid not null references relationship on delete cascade,
    decided_first date not null,
    decided_last date not null,
    authority text not null,
    reason text not null,
    record_number text,
    constraint policy_exception_decided_historic check (is_historic(decided_first, decided_last))
);
comment on table policy_exception is 'A rule that was not applied to a relationship: by whose decision, and why.';
