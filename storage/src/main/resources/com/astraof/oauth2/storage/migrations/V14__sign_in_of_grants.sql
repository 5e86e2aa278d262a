-- How the user was signed in who let an app in: what its tokens say of it. Null for those from before.
alter table grants add column authenticated_at bigint;
alter table grants add column methods text;
alter table device_authorizations add column authenticated_at bigint;
alter table device_authorizations add column methods text;
