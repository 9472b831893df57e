-- Under which licence the data may be used.

alter table programme add column licence text;
comment on column programme.licence is 'Under which licence the data may be used, by its address; null: none is stated.';
create or replace view published.programme as
    select id, only_row, city, region, country, country_label, latitude, longitude, reference_point, time_zone, geonames,
           language, council, registered_with, website, null::text as note, languages, licence
    from public.programme;
