-- Guilds with all that the seven scopes open: roles, members, channels with overwrites, messages, bans and invites.

alter table guilds add column icon text;
-- Counts the changes; whoever changes anything of a guild raises it first, and so waits for their turn.
alter table guilds add column version int not null default 0;

alter table roles add column color int not null default 0;
alter table roles add column hoist boolean not null default false;
alter table roles add column hoist_position int;
alter table roles add column mentionable boolean not null default false;
alter table roles add column managed_by bigint;
create unique index roles_managed on roles (guild_id, managed_by) where managed_by is not null;
create index roles_by_manager on roles (managed_by) where managed_by is not null;
create index member_roles_by_role on member_roles (role_id);

-- join_source is the number of contract 2.6.
alter table members add column nick text;
alter table members add column join_source int;
alter table members add column inviter_id bigint;
alter table members add column invite_code text;
alter table members add column mute boolean not null default false;
alter table members add column deaf boolean not null default false;
alter table members add column timed_out_until bigint;

alter table channels add column topic text;
alter table channels add column nsfw boolean not null default false;
alter table channels add column url text;

-- target_type is 0 for a role, 1 for a member.
create table channel_overwrites (
  channel_id bigint not null,
  target_id bigint not null,
  target_type int not null,
  allow_bits bigint not null,
  deny_bits bigint not null,
  primary key (channel_id, target_id, target_type)
);
create index channel_overwrites_by_target on channel_overwrites (target_id);

create table messages (
  channel_id bigint not null,
  id bigint not null,
  author_id bigint not null,
  content text not null,
  sent_at bigint not null,
  nonce text,
  reply_to bigint,
  primary key (channel_id, id)
);

create table bans (
  guild_id bigint not null,
  user_id bigint not null,
  banned_by bigint not null,
  reason text,
  banned_at bigint not null,
  until bigint,
  primary key (guild_id, user_id)
);

create table invites (
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
create index invites_by_guild on invites (guild_id);

alter table audit_log add column guild_id bigint;
