-- How many times as often as others an application may call, where the operator said so.
alter table applications add column limit_times int not null default 1;
