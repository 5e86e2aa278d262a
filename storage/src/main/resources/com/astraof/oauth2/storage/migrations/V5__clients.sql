-- Clients that authenticate by keys and bind themselves to more, and what may happen once only.

alter table applications add column jwks text;
alter table applications add column jwks_uri text;
-- A bit set.
alter table applications add column demands bigint not null default 0;

-- Hashes of what was used up, each until it would be too old to be used again anyway.
create table spent (
  id ${bytes} primary key,
  expires_at bigint not null
);
create index spent_by_expiry on spent (expires_at);
