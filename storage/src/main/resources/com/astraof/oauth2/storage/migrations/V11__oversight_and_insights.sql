-- What the operator says of applications, and what their owners may know of how their apps fare.

alter table applications add column verified_at bigint;
alter table applications add column disabled_at bigint;
alter table applications add column disabled_reason text;
-- What was issued earlier is void.
alter table applications add column valid_from bigint not null default 0;
-- When the operator last decided anything.
alter table applications add column overseen_at bigint;
create index applications_verified on applications (verified_at) where verified_at is not null;
create index applications_overseen on applications (overseen_at) where overseen_at is not null;

-- Counts of the last days, at slot day % 32. Days are counted from 1970 in UTC.
create table application_days (
  application_id bigint not null,
  slot int not null,
  day int not null,
  grants bigint not null,
  refreshes bigint not null,
  refusals bigint not null,
  primary key (application_id, slot)
);

-- The last refusals, at slot number % 100. The details belong to the reason; none is a secret.
create table refusals (
  application_id bigint not null,
  slot int not null,
  number bigint not null,
  at bigint not null,
  endpoint text not null,
  error text not null,
  reason text not null,
  details text not null,
  primary key (application_id, slot)
);
