-- What to speak to a user, as BCP 47 names it; null leaves it to the browser.
alter table users add column language text;
