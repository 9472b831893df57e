-- The link of a preview shows the exchange's photographs too, public or not.

create view previewed.image as
    select id, programme, partner, exchange, gift, agreement, position, file_name, sha256, width, height, alternative,
           caption, credit, minors, null::text as consent, published_at
    from public.image
    where exists (select from previewed.exchange where exchange.id = image.exchange)
        and (minors = 'none' or consent is not null);
create view previewed.file as
    select sha256, media_type, bytes, length, width, height
    from public.file where exists (select from previewed.image where image.sha256 = file.sha256);
create view previewed.rendition as
    select sha256, width, bytes
    from public.rendition where exists (select from previewed.image where image.sha256 = rendition.sha256);
comment on view previewed.image is 'Its photographs; one that shows minors only with consent on record.';
comment on view previewed.file is 'The bytes of its photographs.';
comment on view previewed.rendition is 'Its photographs in the widths that they are served in.';
