-- Signing keys take turns. A key signs from signs_from until the next one does; ended_at is set when it was retired by
-- hand. Whoever makes a key takes the next generation, which only one can.

alter table signing_keys add column generation int;
alter table signing_keys add column algorithm text not null default 'ES256';
alter table signing_keys add column signs_from bigint not null default 0;
alter table signing_keys add column ended_at bigint;
update signing_keys
set signs_from = created_at,
  generation = (
    select count(*) from signing_keys other
    where other.created_at < signing_keys.created_at
      or (other.created_at = signing_keys.created_at and other.id <= signing_keys.id)
  );
create unique index signing_keys_generation on signing_keys (generation);
