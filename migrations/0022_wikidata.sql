-- Which items of Wikidata the host city and its partners are.
--
-- The published views stay as they are: a server of the release before has planned its queries of them.

alter table programme add wikidata text
    constraint programme_wikidata_item check (wikidata ~ '^Q[1-9][0-9]{0,11}$');
alter table partner add wikidata text
    constraint partner_wikidata_item check (wikidata ~ '^Q[1-9][0-9]{0,11}$')
    constraint partner_wikidata_taken unique deferrable;
comment on column programme.wikidata is 'The host city''s item in Wikidata, as Q62; null: not on record.';
comment on column partner.wikidata is 'Its item in Wikidata, as Q62; null: not on record. No two cities are one item.';

create view wikidata_item as
    select id, wikidata as item from programme where wikidata is not null
    union all select id, wikidata from partner where wikidata is not null;
comment on view wikidata_item is 'The items of the programme and of partners, by their ids.';
create view published.wikidata_item as
    select id, wikidata as item from public.programme where wikidata is not null
    union all select id, wikidata from public.partner where wikidata is not null and published_at <= now();
