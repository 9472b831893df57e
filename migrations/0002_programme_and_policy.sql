-- The programme, its policy, and the sources that facts come from.

create table source (
    id uuid primary key,
    slug text not null constraint source_slug_taken unique deferrable,
    title text not null,
    publisher text,
    dated_first date,
    dated_from_last date,
    dated_to_first date,
    dated_last date,
    address text,
    note text,
    constraint source_dated_historic check (
        is_historic(dated_first, dated_from_last) and is_historic(dated_to_first, dated_last)),
    constraint source_dated_in_order check (
        num_nulls(dated_first, dated_last) <> 1 and dated_first <= dated_to_first and dated_from_last <= dated_last)
);
comment on table source is 'Something that facts come from: a document, an article, a page, a person''s word.';
comment on column source.slug is 'Its name in files and commands.';
comment on column source.dated_first is 'It is from some day between two historic dates; this is the first possible day. Null: not on record.';
comment on column source.address is 'Where it is on the web.';

create table programme (
    id uuid primary key,
    only_row boolean not null default true constraint programme_is_one unique check (only_row),
    city text not null,
    region text,
    country text not null,
    country_label text not null,
    latitude double precision not null check (latitude between -90 and 90),
    longitude double precision not null check (longitude between -180 and 180),
    reference_point text not null,
    time_zone text not null,
    geonames bigint,
    language text not null,
    council text not null,
    registered_with text,
    website text,
    note text
);
comment on table programme is 'The host city''s programme: one row.';
comment on column programme.country is 'ISO 3166-1 alpha-2.';
comment on column programme.country_label is 'What the host city calls its country.';
comment on column programme.reference_point is 'What the point is from which distances and bearings are counted.';
comment on column programme.time_zone is 'IANA name.';
comment on column programme.language is 'BCP 47: the language that the programme''s texts are written in.';

create table policy (
    id uuid primary key,
    rule text not null constraint policy_rule_known check (rule in (
        'friendship-term', 'sister-term', 'notice-period', 'renewal-form-due', 'sisters-per-country',
        'friendships-per-country', 'friendship-needs-sponsor', 'friendship-funding', 'moratorium',
        'free-room-uses-per-year', 'student-exchange-minimum')),
    value text not null,
    from_first date,
    from_last date,
    until_first date,
    until_last date,
    note text,
    constraint policy_from_historic check (is_historic(from_first, from_last)),
    constraint policy_until_historic check (is_historic(until_first, until_last)),
    constraint policy_in_order check (from_first < until_last)
);
comment on table policy is 'Rules with the dates between which they are in force.';
comment on column policy.value is 'What the rule says, in the form that the rule has: a period (ISO 8601), a number, "unlimited", "open", "yes", "no".';
comment on column policy.from_first is 'The first day from which it can be in force; null: since when is not on record.';
comment on column policy.until_first is 'The first day that it can no longer be in force; null: in force.';
