-- Sessions that nobody came back to are found and forgotten.
create index if not exists sessions_by_use on sessions (last_used_at);
