-- What the settings pages need: consents that can be taken back, applications that can be changed and deleted,
-- profiles, devices, pictures, and the audit log.

-- The highest "since" that was taken back, and when: a consent lives while its own "since" is above it.
alter table consents add column withdrawn_through bigint;
alter table consents add column withdrawn_at bigint;
alter table consents add column last_used_at bigint;
create index consents_withdrawn on consents (withdrawn_at) where withdrawn_at is not null;

alter table grants add column consent_since bigint;
update grants
set consent_since = (
  select since from consents
  where consents.user_id = grants.user_id and consents.application_id = grants.application_id
);

alter table applications add column description text;
alter table applications add column icon text;
alter table applications add column website text;
alter table applications add column terms_of_service text;
alter table applications add column privacy_policy text;
alter table applications add column offered_to bigint;
alter table applications add column version int not null default 0;
alter table applications add column deleted_at bigint;
create index applications_offered on applications (offered_to) where offered_to is not null;
create index applications_deleted on applications (deleted_at) where deleted_at is not null;

alter table users add column banner text;
alter table users add column bio text;
alter table users add column pronouns text;
alter table users add column password_changed_at bigint;
alter table users add column version int not null default 0;
alter table users add column deleted_at bigint;

alter table sessions add column address text not null default '';
alter table sessions add column browser text not null default '';
alter table sessions add column system text not null default '';
alter table sessions add column confirmed_until bigint;

-- Pictures in our own encoding, by whom and where they show. One is being shown; another may be on its way in or out.
create table pictures (
  owner_id bigint not null,
  place text not null,
  hash text not null,
  content_type text not null,
  content ${bytes} not null,
  primary key (owner_id, place, hash)
);

-- Append-only. actor_kind is PERSON, APP or STRANGER.
create table audit_log (
  id ${identity},
  at bigint not null,
  event text not null,
  actor_kind text not null,
  actor_id bigint,
  user_id bigint not null,
  application_id bigint,
  grant_id text,
  address text not null,
  browser text not null,
  system text not null
);
create index audit_log_by_user on audit_log (user_id, id);
create index audit_log_by_time on audit_log (at);
