CREATE TABLE application_days (
  application_id bigint not null,
  slot int not null,
  day int not null,
  grants bigint not null,
  refreshes bigint not null,
  refusals bigint not null,
  primary key (application_id, slot)
);

CREATE TABLE applications (
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
, description text, icon text, website text, terms_of_service text, privacy_policy text, offered_to bigint, version int not null default 0, deleted_at bigint, jwks text, jwks_uri text, demands bigint not null default 0, document text, document_read_at bigint, document_fresh_until bigint, verified_at bigint, disabled_at bigint, disabled_reason text, valid_from bigint not null default 0, overseen_at bigint, limit_times int not null default 1);

CREATE INDEX applications_by_owner on applications (owner_id);

CREATE INDEX applications_by_themselves on applications (created_at) where owner_id = id and deleted_at is null;

CREATE INDEX applications_deleted on applications (deleted_at) where deleted_at is not null;

CREATE UNIQUE INDEX applications_described on applications (document)
  where document is not null and deleted_at is null;

CREATE INDEX applications_offered on applications (offered_to) where offered_to is not null;

CREATE INDEX applications_overseen on applications (overseen_at) where overseen_at is not null;

CREATE INDEX applications_verified on applications (verified_at) where verified_at is not null;

CREATE TABLE audit_log (
  id integer primary key,
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
, guild_id bigint);

CREATE INDEX audit_log_by_time on audit_log (at);

CREATE INDEX audit_log_by_user on audit_log (user_id, id);

CREATE TABLE authenticator_apps (
  user_id bigint primary key,
  -- The secret, sealed, and which master key it is sealed under.
  envelope text not null,
  master_key int not null,
  -- The latest time step whose code was used: none up to it is accepted again.
  last_step bigint not null,
  created_at bigint not null
);

CREATE INDEX authenticator_apps_by_master_key on authenticator_apps (master_key, user_id);

CREATE TABLE bans (
  guild_id bigint not null,
  user_id bigint not null,
  banned_by bigint not null,
  reason text,
  banned_at bigint not null,
  until bigint,
  primary key (guild_id, user_id)
);

CREATE TABLE channel_overwrites (
  channel_id bigint not null,
  target_id bigint not null,
  target_type int not null,
  allow_bits bigint not null,
  deny_bits bigint not null,
  primary key (channel_id, target_id, target_type)
);

CREATE INDEX channel_overwrites_by_target on channel_overwrites (target_id);

CREATE TABLE channels (
  id bigint primary key,
  guild_id bigint not null,
  type int not null,
  name text not null,
  position int not null,
  parent_id bigint
, topic text, nsfw boolean not null default false, url text);

CREATE INDEX channels_by_guild on channels (guild_id);

CREATE TABLE connections (
  type text not null,
  account_id text not null,
  user_id bigint not null,
  name text not null,
  visibility int not null,
  linked_at bigint not null,
  primary key (type, account_id)
);

CREATE INDEX connections_by_user on connections (user_id);

CREATE TABLE consents (
  user_id bigint not null,
  application_id bigint not null,
  scopes bigint not null,
  since bigint not null,
  updated_at bigint not null, withdrawn_through bigint, withdrawn_at bigint, last_used_at bigint,
  primary key (user_id, application_id)
);

CREATE INDEX consents_by_application on consents (application_id);

CREATE INDEX consents_withdrawn on consents (withdrawn_at) where withdrawn_at is not null;

CREATE TABLE device_authorizations (
  -- Of the grant that is opened in the end.
  id blob primary key,
  -- A keyed hash.
  user_code blob not null,
  application_id bigint not null,
  scopes bigint not null,
  expires_at bigint not null,
  -- Null while nobody has decided.
  decision text,
  user_id bigint,
  consent_since bigint, authenticated_at bigint, methods text,
  unique (user_code)
);

CREATE INDEX device_authorizations_by_expiry on device_authorizations (expires_at);

CREATE TABLE everything_ended (
  issued_before bigint primary key,
  ended_at bigint not null
);

CREATE TABLE grants (
  id blob primary key,
  user_id bigint not null,
  application_id bigint not null,
  scopes bigint not null,
  generation int not null,
  opened_at bigint not null,
  renewed_at bigint not null,
  revoked_at bigint,
  revocation_reason text
, consent_since bigint, authenticated_at bigint, methods text);

CREATE INDEX grants_revoked on grants (revoked_at) where revoked_at is not null;

CREATE TABLE guilds (
  id bigint primary key,
  name text not null,
  owner_id bigint not null,
  system_channel_id bigint,
  features text not null,
  created_at bigint not null
, icon text, version int not null default 0);

CREATE TABLE initial_tokens (
  id blob primary key,
  uses int not null,
  expires_at bigint not null
);

CREATE TABLE invites (
  code text primary key,
  guild_id bigint not null,
  channel_id bigint not null,
  inviter_id bigint not null,
  max_uses int not null,
  uses int not null,
  temporary boolean not null,
  created_at bigint not null,
  expires_at bigint
);

CREATE INDEX invites_by_guild on invites (guild_id);

CREATE TABLE leases (
  name text primary key,
  holder text,
  beat bigint not null
);

CREATE TABLE limits_used (
  id blob primary key,
  unused_at bigint not null
);

CREATE INDEX limits_used_by_time on limits_used (unused_at);

CREATE TABLE link_attempts (
  state blob primary key,
  session_token blob not null,
  type text not null,
  expires_at bigint not null
);

CREATE INDEX link_attempts_by_expiry on link_attempts (expires_at);

CREATE TABLE mails (
  id integer primary key,
  kind text not null,
  user_id bigint,
  recipient text not null,
  -- A hash of the account's address and password when the mail was asked for.
  mark blob,
  event text,
  application_id bigint,
  address text,
  browser text,
  system text,
  at bigint not null,
  due_at bigint not null,
  tries int not null
);

CREATE INDEX mails_by_due on mails (due_at);

CREATE INDEX mails_by_time on mails (at);

CREATE TABLE member_roles (
  user_id bigint not null,
  guild_id bigint not null,
  role_id bigint not null,
  primary key (user_id, guild_id, role_id)
);

CREATE INDEX member_roles_by_role on member_roles (role_id);

CREATE TABLE members (
  guild_id bigint not null,
  user_id bigint not null,
  joined_at bigint not null, nick text, join_source int, inviter_id bigint, invite_code text, mute boolean not null default false, deaf boolean not null default false, timed_out_until bigint,
  primary key (guild_id, user_id)
);

CREATE INDEX members_by_user on members (user_id, guild_id);

CREATE TABLE messages (
  channel_id bigint not null,
  id bigint not null,
  author_id bigint not null,
  content text not null,
  sent_at bigint not null,
  nonce text,
  reply_to bigint,
  primary key (channel_id, id)
);

CREATE INDEX messages_by_author on messages (author_id, id);

CREATE TABLE nodes (
  number int primary key,
  holder blob not null,
  lease_until bigint not null
);

CREATE TABLE passkey_handles (
  user_id bigint primary key,
  handle text not null
);

CREATE TABLE passkeys (
  id text primary key,
  user_id bigint not null,
  name text not null,
  credential text not null,
  counter bigint not null,
  shared boolean not null,
  created_at bigint not null,
  last_used_at bigint
);

CREATE INDEX passkeys_by_user on passkeys (user_id, created_at);

CREATE TABLE pictures (
  owner_id bigint not null,
  place text not null,
  hash text not null,
  content_type text not null,
  content blob not null,
  primary key (owner_id, place, hash)
);

CREATE TABLE recovery_codes (
  user_id bigint not null,
  hash blob not null,
  primary key (user_id, hash)
);

CREATE TABLE refusals (
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

CREATE TABLE registrations (
  application_id bigint primary key,
  access_token blob not null,
  method text not null,
  kind text,
  software_id text,
  software_version text
);

CREATE TABLE roles (
  id bigint primary key,
  guild_id bigint not null,
  name text not null,
  permissions bigint not null,
  position int not null
, color int not null default 0, hoist boolean not null default false, hoist_position int, mentionable boolean not null default false, managed_by bigint);

CREATE INDEX roles_by_guild on roles (guild_id);

CREATE INDEX roles_by_manager on roles (managed_by) where managed_by is not null;

CREATE UNIQUE INDEX roles_managed on roles (guild_id, managed_by) where managed_by is not null;

CREATE TABLE sessions (
  token blob primary key,
  user_id bigint not null,
  opened_at bigint not null,
  last_used_at bigint not null
, address text not null default '', browser text not null default '', system text not null default '', confirmed_until bigint, authenticated_at bigint, methods text not null default 'pwd');

CREATE INDEX sessions_by_use on sessions (last_used_at);

CREATE INDEX sessions_by_user on sessions (user_id);

CREATE TABLE signing_keys (
  id text primary key,
  envelope text not null,
  created_at bigint not null
, generation int, algorithm text not null default 'ES256', signs_from bigint not null default 0, ended_at bigint);

CREATE UNIQUE INDEX signing_keys_generation on signing_keys (generation);

CREATE TABLE spent (
  id blob primary key,
  expires_at bigint not null
);

CREATE INDEX spent_by_expiry on spent (expires_at);

CREATE TABLE turns (
  name text primary key,
  taken bigint not null
);

CREATE TABLE users (
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
  created_at bigint not null, banner text, bio text, pronouns text, password_changed_at bigint, version int not null default 0, deleted_at bigint, language text, closed_at bigint, erase_at bigint, blocked_at bigint, blocked_reason text,
  unique (username_folded, discriminator),
  unique (email_folded)
);

CREATE INDEX users_to_erase on users (erase_at) where erase_at is not null;

CREATE TABLE way_backs (
  user_id bigint not null,
  at bigint not null,
  email text not null,
  email_folded text not null,
  expires_at bigint not null,
  primary key (user_id, at)
);

CREATE INDEX way_backs_by_email on way_backs (email_folded);

CREATE INDEX way_backs_by_expiry on way_backs (expires_at);
