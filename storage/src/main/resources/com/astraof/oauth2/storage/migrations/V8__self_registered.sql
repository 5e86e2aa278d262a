-- Applications that came in by themselves: owner_id is then the application's own id.

-- Where it describes itself, and until when that need not be read again.
alter table applications add column document text;
alter table applications add column document_read_at bigint;
alter table applications add column document_fresh_until bigint;
create unique index applications_described on applications (document)
  where document is not null and deleted_at is null;
create index applications_by_themselves on applications (created_at) where owner_id = id and deleted_at is null;
create index consents_by_application on consents (application_id);

create table registrations (
  application_id bigint primary key,
  access_token ${bytes} not null,
  method text not null,
  kind text,
  software_id text,
  software_version text
);

create table initial_tokens (
  id ${bytes} primary key,
  uses int not null,
  expires_at bigint not null
);
