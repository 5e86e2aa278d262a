-- Authenticator apps, recovery codes and passkeys, and what each session was opened with.

create table authenticator_apps (
  user_id bigint primary key,
  -- The secret, sealed, and which master key it is sealed under.
  envelope text not null,
  master_key int not null,
  -- The latest time step whose code was used: none up to it is accepted again.
  last_step bigint not null,
  created_at bigint not null
);
create index authenticator_apps_by_master_key on authenticator_apps (master_key, user_id);

create table recovery_codes (
  user_id bigint not null,
  hash ${bytes} not null,
  primary key (user_id, hash)
);

create table passkeys (
  id text primary key,
  user_id bigint not null,
  name text not null,
  credential text not null,
  counter bigint not null,
  shared boolean not null,
  created_at bigint not null,
  last_used_at bigint
);
create index passkeys_by_user on passkeys (user_id, created_at);

-- By what passkeys know their user.
create table passkey_handles (
  user_id bigint primary key,
  handle text not null
);

-- What was proved at the sign-in, as in the claim amr (RFC 8176), and when.
alter table sessions add column authenticated_at bigint;
alter table sessions add column methods text not null default 'pwd';
update sessions set authenticated_at = opened_at;
