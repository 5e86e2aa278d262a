-- Accounts at other services. Each has one user; visibility is the number of contract 5.
create table connections (
  type text not null,
  account_id text not null,
  user_id bigint not null,
  name text not null,
  visibility int not null,
  linked_at bigint not null,
  primary key (type, account_id)
);
create index connections_by_user on connections (user_id);

-- Who set out to link one and has not come back: hashes of the state and of the session's token.
create table link_attempts (
  state ${bytes} primary key,
  session_token ${bytes} not null,
  type text not null,
  expires_at bigint not null
);
create index link_attempts_by_expiry on link_attempts (expires_at);
