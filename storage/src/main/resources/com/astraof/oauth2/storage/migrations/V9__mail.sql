-- Mails that are still to be sent, without words and links, and addresses that can take their account back.

create table mails (
  id ${identity},
  kind text not null,
  user_id bigint,
  recipient text not null,
  -- A hash of the account's address and password when the mail was asked for.
  mark ${bytes},
  event text,
  application_id bigint,
  address text,
  browser text,
  system text,
  at bigint not null,
  due_at bigint not null,
  tries int not null
);
create index mails_by_due on mails (due_at);
create index mails_by_time on mails (at);

create table way_backs (
  user_id bigint not null,
  at bigint not null,
  email text not null,
  email_folded text not null,
  expires_at bigint not null,
  primary key (user_id, at)
);
create index way_backs_by_email on way_backs (email_folded);
create index way_backs_by_expiry on way_backs (expires_at);
