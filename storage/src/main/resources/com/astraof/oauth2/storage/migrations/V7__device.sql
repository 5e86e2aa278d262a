-- Devices that wait for someone to let them in (RFC 8628), each until it has expired.

create table device_authorizations (
  -- Of the grant that is opened in the end.
  id ${bytes} primary key,
  -- A keyed hash.
  user_code ${bytes} not null,
  application_id bigint not null,
  scopes bigint not null,
  expires_at bigint not null,
  -- Null while nobody has decided.
  decision text,
  user_id bigint,
  consent_since bigint,
  unique (user_code)
);
create index device_authorizations_by_expiry on device_authorizations (expires_at);
