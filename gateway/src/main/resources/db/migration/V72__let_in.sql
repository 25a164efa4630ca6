-- Who gave an account to its person: made the link that was taken up, or chose the password. Whoever did could be that person.

alter table account
  add column let_in_by text,
  add column let_in_at timestamptz;
comment on column account.let_in_by is 'as evidence names people: USER:… or CLI:…; decides who counts as a second person';

update account a set let_in_by = i.by, let_in_at = i.at
from (
  select distinct on (username) username, by, at from (
    select username, invited_by as by, used_at as at from account_invite where used_at is not null
    union all
    select subject, actor, at from access_event
    where act in ('ACCOUNT_ADDED', 'PASSWORD_CHANGED') and actor like 'CLI:%') way
  order by username, at desc) i
where i.username = a.username;

-- Emptying the journal is a change of it too.
create trigger access_event_is_not_emptied before truncate on access_event
  for each statement execute function access_event_stays();
create index access_event_at on access_event (at);

-- A link to a new account must not take over one that is there, nor the other way round; null in links of older programs, which are read by whether the account was there.
alter table account_invite add column renews boolean;
update account_invite i set renews = exists (select from account a where a.username = i.username) where used_at is null;
