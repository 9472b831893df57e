-- Notices, pages, translations, documents, images; and what sources say about all of it.

create table notice (
    id uuid primary key,
    slug text not null constraint notice_slug_taken unique deferrable,
    title text not null,
    body text,
    severity text not null check (severity in ('information', 'warning', 'emergency')),
    link text,
    starts_at timestamptz not null,
    ends_at timestamptz,
    note text,
    constraint notice_in_order check (starts_at <= ends_at)  -- equal: withdrawn before it appeared
);
comment on table notice is 'A site-wide banner, which appears and expires by itself.';
comment on column notice.ends_at is 'Null: it stays until withdrawn.';

create table page (
    id uuid primary key,
    slug text not null constraint page_slug_taken unique deferrable,
    title text not null,
    body text not null,
    published_at timestamptz
);
comment on table page is 'One of the programme''s own texts, shown at the place that its slug names.';
comment on column page.body is 'Markdown.';
comment on column page.published_at is 'Since when it is public; null: it is not.';

create table translation (
    id uuid primary key,
    page uuid references page on delete cascade,
    partner uuid references partner on delete cascade,
    exchange uuid references exchange on delete cascade,
    notice uuid references notice on delete cascade,
    programme uuid references programme on delete cascade,
    field text not null,
    language text not null,
    text text not null,
    follows bytea not null,
    translator text not null,
    translated_on date not null,
    reviewer text,
    reviewed_on date,
    constraint translation_of_one check (num_nonnulls(page, partner, exchange, notice, programme) = 1),
    constraint translation_once unique nulls not distinct (page, partner, exchange, notice, programme, field, language)
        deferrable,
    constraint translation_review_whole check (num_nulls(reviewer, reviewed_on) in (0, 2))
);
create index translation_exchange on translation (exchange) where exchange is not null;
comment on table translation is 'A text in another language, by a person, of one field of one record.';
comment on column translation.follows is 'SHA-256 of the original that it translates: where the original differs, the translation is out of date.';

create table file (
    sha256 bytea primary key constraint file_bytes_hash check (sha256 = sha256(bytes)),
    media_type text not null,
    bytes bytea not null,
    length bigint not null constraint file_bytes_length check (length = octet_length(bytes)),
    width integer,
    height integer,
    constraint file_size check (length between 1 and 20000000),
    constraint file_is_what_it_says check (case media_type
        when 'application/pdf' then substr(bytes, 1, 5) = '%PDF-'::bytea
        when 'image/jpeg' then substr(bytes, 1, 3) = '\xffd8ff'
        when 'image/png' then substr(bytes, 1, 8) = '\x89504e470d0a1a0a'
        else false end),
    constraint file_pictures_have_a_size check (
        (media_type = 'application/pdf') = (width is null) and num_nonnulls(width, height) in (0, 2)
        and width between 1 and 2560 and height between 1 and 2560),
    constraint file_by_size unique (sha256, width, height)
);
comment on table file is 'The bytes of documents and images, once each. They stay when a record that has them goes, so that its removal can be undone.';
comment on column file.media_type is 'What the bytes are, told from the bytes.';
comment on column file.width is 'In pixels; null: it is no picture.';
comment on column file.height is 'In pixels; null: it is no picture.';

create table rendition (
    sha256 bytea not null references file on delete cascade,
    width integer not null check (width > 0),
    bytes bytea not null,
    primary key (sha256, width)
);
comment on table rendition is 'Pictures scaled down to the widths that they are served in, of their own media type. Derived, not recorded.';
comment on column rendition.width is 'In pixels, less than the picture''s own.';

create table document (
    id uuid primary key,
    relationship uuid references relationship on delete cascade,
    agreement uuid references agreement on delete cascade,
    exchange uuid references exchange on delete cascade,
    title text not null,
    file_name text not null,
    sha256 bytea not null constraint document_file references file,
    language text not null,
    text_alternative text,
    published_at timestamptz,
    note text,
    constraint document_of_one check (num_nonnulls(relationship, agreement, exchange) = 1),
    constraint document_public_needs_text check (published_at is null or text_alternative is not null)
);
create index document_exchange on document (exchange) where exchange is not null;
create index document_sha256 on document (sha256);
comment on table document is 'A file: a memorandum, a programme, a letter.';
comment on column document.file_name is 'The name that it is offered under.';
comment on column document.sha256 is 'Its bytes.';
comment on column document.text_alternative is 'What it says, as text. A public document needs one.';
comment on column document.published_at is 'Since when it is public; null: it is not.';

create table image (
    id uuid primary key,
    programme uuid references programme on delete cascade,
    partner uuid references partner on delete cascade,
    exchange uuid references exchange on delete cascade,
    gift uuid references gift on delete cascade,
    agreement uuid references agreement on delete cascade,
    position integer not null,
    file_name text not null,
    sha256 bytea not null,
    width integer not null,
    height integer not null,
    alternative text not null constraint image_says_what_it_shows check (alternative <> ''),
    caption text,
    credit text not null,
    minors text not null check (minors in ('none', 'shown')),
    consent text,
    published_at timestamptz,
    constraint image_of_one check (num_nonnulls(programme, partner, exchange, gift, agreement) = 1),
    constraint image_is_a_picture foreign key (sha256, width, height) references file (sha256, width, height),
    constraint image_of_minors_needs_consent check (published_at is null or minors = 'none' or consent is not null)
);
create index image_exchange on image (exchange) where exchange is not null;
create index image_sha256 on image (sha256);
comment on table image is 'A photograph: where it is shown, what it shows, whose it is.';
comment on column image.file_name is 'The name of its file.';
comment on column image.sha256 is 'Its bytes, which are a picture of this width and height.';
comment on column image.alternative is 'What it shows, for those who do not see it.';
comment on column image.minors is 'Whether it shows minors. One that does is public only with consent on record.';
comment on column image.consent is 'Who consented, when, to what.';
comment on column image.published_at is 'Since when it is public; null: it is not.';

create table claim (
    id uuid primary key,
    programme uuid references programme on delete cascade,
    policy uuid references policy on delete cascade,
    partner uuid references partner on delete cascade,
    relationship uuid references relationship on delete cascade,
    term uuid references term on delete cascade,
    listing uuid references listing on delete cascade,
    application uuid references application on delete cascade,
    milestone uuid references milestone on delete cascade,
    agreement uuid references agreement on delete cascade,
    committee uuid references committee on delete cascade,
    gift uuid references gift on delete cascade,
    exchange uuid references exchange on delete cascade,
    fact text,
    value text,
    source uuid references source deferrable initially deferred,
    confidence text not null check (confidence in ('verified', 'single', 'inferred')),
    rank text not null check (rank in ('preferred', 'disputed', 'rejected')),
    note text,
    constraint claim_about_one check (num_nonnulls(programme, policy, partner, relationship, term, listing,
        application, milestone, agreement, committee, gift, exchange) = 1),
    constraint claim_value_of_a_fact check (fact is not null or value is null),
    constraint claim_needs_source check (source is not null or confidence = 'inferred')
);
create index claim_source on claim (source);
create index claim_exchange on claim (exchange) where exchange is not null;
comment on table claim is 'What one source says about one fact, or that a record as a whole rests on it.';
comment on column claim.fact is 'The fact, in words; null: the record as a whole.';
comment on column claim.value is 'What the source says it is; null: what the record says.';
comment on column claim.confidence is 'verified: two sides or an official record; single: one source; inferred: from other facts.';
comment on column claim.rank is 'preferred: shown; disputed: one among equals; rejected: settled, another is right.';

create table reminder_sent (
    reminder text not null,
    recipient text not null,
    letter uuid not null,
    begun_at timestamptz not null,
    sent_at timestamptz,
    primary key (reminder, recipient)
);
create index reminder_sent_letter on reminder_sent (letter);
comment on table reminder_sent is 'Of what staff were reminded by mail, so that nobody is reminded twice.';
comment on column reminder_sent.reminder is 'What it was about: kind, record, date.';
comment on column reminder_sent.letter is 'The mail that it was in.';
comment on column reminder_sent.begun_at is 'When the mail was about to be handed over.';
comment on column reminder_sent.sent_at is 'When the mail server had taken it; null: whether it did is not known.';

create table search_document (
    id uuid primary key,
    partner uuid references partner on delete cascade,
    exchange uuid references exchange on delete cascade,
    page uuid references page on delete cascade,
    document uuid references document on delete cascade,
    language text not null,
    title text not null,
    folded text not null,
    words tsvector not null,
    constraint search_document_of_one check (num_nonnulls(partner, exchange, page, document) = 1),
    constraint search_document_once unique nulls not distinct (partner, exchange, page, document, language)
);
create index search_document_exchange on search_document (exchange) where exchange is not null;
create index search_document_words on search_document using gin (words);
create index search_document_folded on search_document using gin (folded gin_trgm_ops);
comment on table search_document is 'What search looks in: published texts, folded so that what looks alike compares alike. Derived, not recorded.';
comment on column search_document.folded is 'Names and aliases without case and accents, for words that are nearly right.';
comment on column search_document.words is 'Folded words; Chinese and Japanese as single characters and pairs.';
