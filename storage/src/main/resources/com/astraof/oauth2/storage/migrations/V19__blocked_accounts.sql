-- Accounts that the operator closed, and why.
alter table users add column blocked_at bigint;
alter table users add column blocked_reason text;
