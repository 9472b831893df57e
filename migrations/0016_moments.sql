-- When does time change the pages next? The site asks after each change, and at each such moment.

create index exchange_starts_at on exchange (starts_at) where starts_at is not null;
create index exchange_ends_at on exchange (ends_at) where ends_at is not null;
