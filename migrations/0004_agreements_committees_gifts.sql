-- What surrounds a relationship: agreements, committees, contacts, gifts.

create table agreement (
    id uuid primary key,
    relationship uuid not null references relationship on delete cascade,
    term uuid references term on delete set null deferrable initially deferred,
    title text not null,
    signed_first date,
    signed_last date,
    place text,
    method text check (method in ('in-person', 'video', 'post')),
    published_at timestamptz,
    note text,
    constraint agreement_signed_historic check (is_historic(signed_first, signed_last))
);
create index agreement_relationship on agreement (relationship);
comment on table agreement is 'A memorandum of understanding or the like.';
comment on column agreement.term is 'The term that it begins, where that is known.';
comment on column agreement.signed_first is 'Null: when it was signed is not on record.';
comment on column agreement.published_at is 'Since when it is public; null: it is not.';

create table signatory (
    id uuid primary key,
    agreement uuid not null references agreement on delete cascade,
    position integer not null,
    side text not null check (side in ('host', 'partner')),
    name text,
    office text,
    on_behalf_of text,
    constraint signatory_somebody check (num_nonnulls(name, office) > 0)
);
create index signatory_agreement on signatory (agreement, position);
comment on table signatory is 'Somebody who signed an agreement.';
comment on column signatory.on_behalf_of is 'On whose behalf, where that was somebody else.';

create table committee (
    id uuid primary key,
    relationship uuid not null references relationship on delete cascade,
    name text not null,
    side text not null check (side in ('host', 'partner')),
    form text check (form in ('nonprofit', 'informal', 'city-office')),
    founded_first date,
    founded_last date,
    websites text[] not null default '{}',
    offers text,
    published_at timestamptz,
    note text,
    constraint committee_founded_historic check (is_historic(founded_first, founded_last))
);
create index committee_relationship on committee (relationship);
comment on table committee is 'An association of volunteers that nurtures a relationship, here or there.';
comment on column committee.form is 'What it is in law; null: not on record.';
comment on column committee.offers is 'What it offers, in Markdown.';
comment on column committee.published_at is 'Since when it is public; null: it is not.';

create table contact (
    id uuid primary key,
    programme uuid references programme on delete cascade,
    committee uuid references committee on delete cascade,
    position integer not null,
    name text not null,
    role text,
    email text,
    telephone text,
    website text,
    published_at timestamptz,
    constraint contact_of_one check (num_nonnulls(programme, committee) = 1)
);
comment on table contact is 'Somebody, or an office, to write to: of the city or of a committee.';
comment on column contact.published_at is 'Since when it is public; null: it is not.';

create table gift (
    id uuid primary key,
    relationship uuid not null references relationship on delete cascade,
    what text not null,
    given_first date,
    given_last date,
    giver text check (giver in ('host', 'partner')),
    place text,
    note text,
    constraint gift_given_historic check (is_historic(given_first, given_last))
);
create index gift_relationship on gift (relationship);
comment on table gift is 'A token given: trees, statues, stones.';
comment on column gift.giver is 'Which side gave it; null: not on record.';
comment on column gift.place is 'Where to see it; null: not on record.';
