-- What the operator ended for everybody: what was issued before an instant. The latest instants count, of few rows.
create table everything_ended (
  issued_before bigint primary key,
  ended_at bigint not null
);
