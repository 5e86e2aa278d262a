-- Runs on SQLite and PostgreSQL alike; ${bytes} is their own name for a byte string.
-- Instants are milliseconds of the Unix epoch, scopes and permissions are bit sets.

create table users (
  id bigint primary key,
  username text not null,
  username_folded text not null,
  discriminator int not null,
  global_name text,
  avatar text,
  email text,
  email_folded text,
  email_verified boolean not null,
  password text,
  bot boolean not null,
  created_at bigint not null,
  unique (username_folded, discriminator),
  unique (email_folded)
);

create table sessions (
  token ${bytes} primary key,
  user_id bigint not null,
  opened_at bigint not null,
  last_used_at bigint not null
);
create index sessions_by_user on sessions (user_id);

create table applications (
  id bigint primary key,
  owner_id bigint not null,
  name text not null,
  client_type text not null,
  redirect_uris text not null,
  secret_hashes text not null,
  bot_public boolean not null,
  bot_requires_code_grant boolean not null,
  bot_token_hash text not null,
  created_at bigint not null
);
create index applications_by_owner on applications (owner_id);

create table consents (
  user_id bigint not null,
  application_id bigint not null,
  scopes bigint not null,
  since bigint not null,
  updated_at bigint not null,
  primary key (user_id, application_id)
);

create table grants (
  id ${bytes} primary key,
  user_id bigint not null,
  application_id bigint not null,
  scopes bigint not null,
  generation int not null,
  opened_at bigint not null,
  renewed_at bigint not null,
  revoked_at bigint,
  revocation_reason text
);
create index grants_revoked on grants (revoked_at) where revoked_at is not null;

create table guilds (
  id bigint primary key,
  name text not null,
  owner_id bigint not null,
  system_channel_id bigint,
  features text not null,
  created_at bigint not null
);

create table members (
  guild_id bigint not null,
  user_id bigint not null,
  joined_at bigint not null,
  primary key (guild_id, user_id)
);
create index members_by_user on members (user_id, guild_id);

create table roles (
  id bigint primary key,
  guild_id bigint not null,
  name text not null,
  permissions bigint not null,
  position int not null
);
create index roles_by_guild on roles (guild_id);

create table member_roles (
  user_id bigint not null,
  guild_id bigint not null,
  role_id bigint not null,
  primary key (user_id, guild_id, role_id)
);

create table channels (
  id bigint primary key,
  guild_id bigint not null,
  type int not null,
  name text not null,
  position int not null,
  parent_id bigint
);
create index channels_by_guild on channels (guild_id);

create table signing_keys (
  id text primary key,
  envelope text not null,
  created_at bigint not null
);
