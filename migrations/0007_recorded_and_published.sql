-- Which tables are recorded, and what of them the public may read.

-- Every table that people's work is in writes the change record, and none can be emptied at a stroke.
do $$
declare
    noun text;
begin
    foreach noun in array array[
        'source', 'programme', 'policy', 'policy_exception', 'partner', 'partner_name', 'slug_redirect', 'relationship',
        'term', 'dormancy', 'listing', 'application', 'milestone', 'completeness', 'agreement', 'signatory', 'committee',
        'contact', 'gift', 'series', 'exchange', 'exchange_partner', 'preview', 'cost', 'notice', 'page', 'translation', 'document',
        'image', 'claim']
    loop
        execute format('create trigger record_insert after insert on %I referencing new table as new_rows
            for each statement execute function record_rows()', noun);
        execute format('create trigger record_update after update on %I referencing old table as old_rows new table as new_rows
            for each statement execute function record_rows()', noun);
        execute format('create trigger record_delete after delete on %I referencing old table as old_rows
            for each statement execute function record_rows()', noun);
        execute format('create trigger keep_rows before truncate on %I for each statement execute function refuse()', noun);
    end loop;
end $$;

-- What is recorded, as it is now: the change record can be held against it.
create view recorded (noun, row_id, content) as
    select 'source'::text, id, to_jsonb(source) from source
    union all
    select 'programme'::text, id, to_jsonb(programme) from programme
    union all
    select 'policy'::text, id, to_jsonb(policy) from policy
    union all
    select 'policy_exception'::text, id, to_jsonb(policy_exception) from policy_exception
    union all
    select 'partner'::text, id, to_jsonb(partner) from partner
    union all
    select 'partner_name'::text, id, to_jsonb(partner_name) from partner_name
    union all
    select 'slug_redirect'::text, id, to_jsonb(slug_redirect) from slug_redirect
    union all
    select 'relationship'::text, id, to_jsonb(relationship) from relationship
    union all
    select 'term'::text, id, to_jsonb(term) from term
    union all
    select 'dormancy'::text, id, to_jsonb(dormancy) from dormancy
    union all
    select 'listing'::text, id, to_jsonb(listing) from listing
    union all
    select 'application'::text, id, to_jsonb(application) from application
    union all
    select 'milestone'::text, id, to_jsonb(milestone) from milestone
    union all
    select 'completeness'::text, id, to_jsonb(completeness) from completeness
    union all
    select 'agreement'::text, id, to_jsonb(agreement) from agreement
    union all
    select 'signatory'::text, id, to_jsonb(signatory) from signatory
    union all
    select 'committee'::text, id, to_jsonb(committee) from committee
    union all
    select 'contact'::text, id, to_jsonb(contact) from contact
    union all
    select 'gift'::text, id, to_jsonb(gift) from gift
    union all
    select 'series'::text, id, to_jsonb(series) from series
    union all
    select 'exchange'::text, id, to_jsonb(exchange) from exchange
    union all
    select 'exchange_partner'::text, id, to_jsonb(exchange_partner) from exchange_partner
    union all
    select 'preview'::text, id, to_jsonb(preview) from preview
    union all
    select 'cost'::text, id, to_jsonb(cost) from cost
    union all
    select 'notice'::text, id, to_jsonb(notice) from notice
    union all
    select 'page'::text, id, to_jsonb(page) from page
    union all
    select 'translation'::text, id, to_jsonb(translation) from translation
    union all
    select 'document'::text, id, to_jsonb(document) from document
    union all
    select 'image'::text, id, to_jsonb(image) from image
    union all
    select 'claim'::text, id, to_jsonb(claim) from claim;
comment on view recorded is 'Every row of every recorded table, as the change record would write it.';

-- Things become public by themselves when their moment comes: servers ask when that is next.
create view next_publication as
    select min(at) as at from (
        select min(published_at) as at from partner where published_at > now()
        union all select min(published_at) from application where published_at > now()
        union all select min(published_at) from agreement where published_at > now()
        union all select min(published_at) from committee where published_at > now()
        union all select min(published_at) from contact where published_at > now()
        union all select min(published_at) from exchange where published_at > now()
        union all select min(published_at) from page where published_at > now()
        union all select min(published_at) from document where published_at > now()
        union all select min(published_at) from image where published_at > now()
        union all select min(starts_at) from notice where starts_at > now()
    ) publications;
comment on view next_publication is 'When the next thing becomes public by itself; null: nothing will.';

-- Views named and shaped like the tables, over what is public. The web role's search path puts this schema first,
-- so that one query serves staff and public. Remarks for staff are null here.
create schema published;
comment on schema published is 'What the public may read: views named and shaped like the tables.';

create view published.content_version as select * from public.content_version;
create view published.source as
    select id, slug, title, publisher, dated_first, dated_from_last, dated_to_first, dated_last, address,
           null::text as note
    from public.source;
create view published.programme as
    select id, only_row, city, region, country, country_label, latitude, longitude, reference_point, time_zone, geonames,
           language, council, registered_with, website, null::text as note
    from public.programme;
create view published.policy as
    select id, rule, value, from_first, from_last, until_first, until_last, null::text as note from public.policy;
create view published.partner as
    select id, slug, name, country, country_label, region, latitude, longitude, time_zone, geonames, introduction,
           published_at, null::text as note
    from public.partner where published_at <= now();
create view published.partner_name as
    select partner_name.id, partner, position, text, language, purpose, reading, null::text as note
    from public.partner_name join published.partner on partner.id = partner_name.partner;
create view published.relationship as
    select relationship.id, partner, null::text as note
    from public.relationship join published.partner on partner.id = relationship.partner;
create view published.term as
    select term.id, relationship, kind, start_first, start_last, ending, end_first, end_last, end_cause, end_reason,
           continues, approved_first, approved_last, resolution, vote, agenda, record_number, sponsor, null::text as note,
           certain
    from public.term join published.relationship on relationship.id = term.relationship;
create view published.dormancy as
    select dormancy.id, relationship, term, start_first, start_last, end_first, end_last, null::text as note
    from public.dormancy join published.relationship on relationship.id = dormancy.relationship;
create view published.listing as
    select listing.id, relationship, kind, seen_first, seen_from_last, seen_to_first, seen_last, null::text as note
    from public.listing join published.relationship on relationship.id = listing.relationship;
create view published.application as
    select application.id, relationship, kind, applied_first, applied_last, missing, decision, decided_first, decided_last,
           resolution, vote, agenda, record_number, published_at, null::text as note
    from public.application join published.relationship on relationship.id = application.relationship
    where published_at <= now();
create view published.milestone as
    select milestone.id, relationship, on_first, on_last, what
    from public.milestone join published.relationship on relationship.id = milestone.relationship;
create view published.completeness as
    select completeness.id, relationship, year, null::text as note
    from public.completeness join published.relationship on relationship.id = completeness.relationship;
create view published.agreement as
    select agreement.id, relationship, term, title, signed_first, signed_last, place, method, published_at, null::text as note
    from public.agreement join published.relationship on relationship.id = agreement.relationship
    where published_at <= now();
create view published.signatory as
    select signatory.id, agreement, position, side, name, office, on_behalf_of
    from public.signatory join published.agreement on agreement.id = signatory.agreement;
create view published.committee as
    select committee.id, relationship, name, side, form, founded_first, founded_last, websites, offers, published_at,
           null::text as note
    from public.committee join published.relationship on relationship.id = committee.relationship
    where published_at <= now();
create view published.contact as
    select contact.id, programme, committee, position, contact.name, role, email, telephone, website, published_at
    from public.contact
    where published_at <= now()
        and (programme is not null or exists (select from published.committee where committee.id = contact.committee));
create view published.gift as
    select gift.id, relationship, what, given_first, given_last, giver, place, null::text as note
    from public.gift join published.relationship on relationship.id = gift.relationship;
create view published.series as select id, slug, title, rule, starts, null::text as note from public.series;
create view published.exchange as
    select id, slug, title, description, kind, direction, status, status_reason, form, first_day, last_day, starts, ends,
           zone, fold, starts_at, ends_at, previous_form, previous_first_day, previous_last_day, previous_starts,
           previous_ends, previous_zone, previous_fold, venue, latitude, longitude, website, organizer, leader, students,
           chaperones, adults, host_families, people_sum, people_remark, series, ordinal, calendar_uid, sequence,
           published_at, null::text as note
    from public.exchange where published_at <= now();
create view published.exchange_partner as
    select exchange_partner.id, exchange, exchange_partner.partner, position
    from public.exchange_partner
        join published.exchange on exchange.id = exchange_partner.exchange
        join published.partner on partner.id = exchange_partner.partner;
create view published.slug_redirect as
    select id, noun, slug, partner, exchange from public.slug_redirect
    where exists (select from published.partner where partner.id = slug_redirect.partner)
        or exists (select from published.exchange where exchange.id = slug_redirect.exchange);
create view published.notice as
    select id, slug, title, body, severity, link, starts_at, ends_at, null::text as note
    from public.notice where starts_at <= now();
create view published.page as
    select id, slug, title, body, published_at from public.page where published_at <= now();
create view published.translation as
    select id, page, partner, exchange, notice, programme, field, language, text, follows, translator, translated_on,
           reviewer, reviewed_on
    from public.translation
    where programme is not null
        or exists (select from published.page where page.id = translation.page)
        or exists (select from published.partner where partner.id = translation.partner)
        or exists (select from published.exchange where exchange.id = translation.exchange)
        or exists (select from published.notice where notice.id = translation.notice);
create view published.document as
    select document.id, relationship, agreement, exchange, title, file_name, sha256, language, text_alternative,
           published_at, null::text as note
    from public.document
    where published_at <= now()
        and (exists (select from published.relationship where relationship.id = document.relationship)
            or exists (select from published.agreement where agreement.id = document.agreement)
            or exists (select from published.exchange where exchange.id = document.exchange));
create view published.image as
    select image.id, programme, partner, exchange, gift, agreement, position, file_name, sha256, width, height,
           alternative, caption, credit, minors, null::text as consent, published_at
    from public.image
    where published_at <= now()
        and (programme is not null
            or exists (select from published.partner where partner.id = image.partner)
            or exists (select from published.exchange where exchange.id = image.exchange)
            or exists (select from published.gift where gift.id = image.gift)
            or exists (select from published.agreement where agreement.id = image.agreement));
create view published.file as
    select sha256, media_type, bytes, length, width, height
    from public.file
    where exists (select from published.document where document.sha256 = file.sha256)
        or exists (select from published.image where image.sha256 = file.sha256);
create view published.rendition as
    select sha256, width, bytes
    from public.rendition
    where exists (select from published.image where image.sha256 = rendition.sha256);
create view published.claim as
    select id, programme, policy, partner, relationship, term, listing, application, milestone, agreement, committee, gift,
           exchange, fact, value, source, confidence, rank, note
    from public.claim
    where programme is not null or policy is not null
        or exists (select from published.partner where partner.id = claim.partner)
        or exists (select from published.relationship where relationship.id = claim.relationship)
        or exists (select from published.term where term.id = claim.term)
        or exists (select from published.listing where listing.id = claim.listing)
        or exists (select from published.application where application.id = claim.application)
        or exists (select from published.milestone where milestone.id = claim.milestone)
        or exists (select from published.agreement where agreement.id = claim.agreement)
        or exists (select from published.committee where committee.id = claim.committee)
        or exists (select from published.gift where gift.id = claim.gift)
        or exists (select from published.exchange where exchange.id = claim.exchange);
create view published.search_document as
    select id, partner, exchange, page, document, language, title, folded, words from public.search_document;
create view published.next_publication as select * from public.next_publication;
create view published._sqlx_migrations as select * from public._sqlx_migrations;

-- What a preview shows: views named and shaped like the tables, over the one exchange whose token the session has said
-- (signpost.preview, as a hash). A reader who puts this schema first reads it by the same queries as what is public.
create schema previewed;
comment on schema previewed is 'What the link of a preview opens: one exchange, perhaps not public.';

create view previewed.preview as
    select id, exchange, token_hash, expires_at from public.preview
    where token_hash = current_setting('signpost.preview', true) and expires_at > now();
create view previewed.exchange as
    select id, slug, title, description, kind, direction, status, status_reason, form, first_day, last_day, starts, ends,
           zone, fold, starts_at, ends_at, previous_form, previous_first_day, previous_last_day, previous_starts,
           previous_ends, previous_zone, previous_fold, venue, latitude, longitude, website, organizer, leader, students,
           chaperones, adults, host_families, people_sum, people_remark, series, ordinal, calendar_uid, sequence,
           published_at, null::text as note
    from public.exchange where exists (select from previewed.preview where preview.exchange = exchange.id);
create view previewed.exchange_partner as
    select exchange_partner.id, exchange, exchange_partner.partner, position
    from public.exchange_partner
        join previewed.exchange on exchange.id = exchange_partner.exchange
        join published.partner on partner.id = exchange_partner.partner;
create view previewed.claim as
    select id, programme, policy, partner, relationship, term, listing, application, milestone, agreement, committee, gift,
           claim.exchange, fact, value, source, confidence, rank, null::text as note
    from public.claim where exists (select from previewed.exchange where exchange.id = claim.exchange);
comment on view previewed.preview is 'The preview whose token the session has said, while it lasts.';
comment on view previewed.exchange is 'The exchange that it shows.';
comment on view previewed.exchange_partner is 'Its partners, as far as they are public.';
comment on view previewed.claim is 'What sources say of it.';
