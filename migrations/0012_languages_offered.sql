-- Which languages the site offers.

alter table programme add languages text[]
    constraint programme_languages_some check (cardinality(languages) > 0 and array_position(languages, null) is null);
comment on column programme.languages is 'The languages that the site offers besides the one its texts are written in; null: none. What is not offered can be looked at before it is public, and nothing leads there.';

create or replace view published.programme as
    select id, only_row, city, region, country, country_label, latitude, longitude, reference_point, time_zone, geonames,
           language, council, registered_with, website, null::text as note, languages
    from public.programme;
