-- What one node does for all of them. Its holder raises the beat; a beat that stands still is taken over.
create table leases (
  name text primary key,
  holder text,
  beat bigint not null
);

-- What all nodes together have used of a limit, by the hash of its name: when that will be unused again.
create table limits_used (
  id ${bytes} primary key,
  unused_at bigint not null
);

create index limits_used_by_time on limits_used (unused_at);
