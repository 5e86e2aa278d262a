-- Accounts that their owners closed, and those of them that are to be erased; and what somebody wrote, for their copy.
alter table users add column closed_at bigint;
alter table users add column erase_at bigint;
create index users_to_erase on users (erase_at) where erase_at is not null;
create index messages_by_author on messages (author_id, id);
