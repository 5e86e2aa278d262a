-- Whoever decides over what has no row of its own raises the number beside its name first, and so waits for their turn.
create table turns (
  name text primary key,
  taken bigint not null
);

-- Which node makes ids with which number, and until when nobody else may.
create table nodes (
  number int primary key,
  holder ${bytes} not null,
  lease_until bigint not null
);
