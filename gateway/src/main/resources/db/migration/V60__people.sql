-- How people come in: one-time links, second factors, when their sessions began to count, and who did what about it.

alter table account add column sessions_from timestamptz not null default '-infinity';
comment on column account.sessions_from is 'a session that began before is over: the person signed out everywhere, or the password changed';

create table account_invite (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  username text not null,
  full_name text not null,
  role text not null,
  invited_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on column account_invite.token_hash is 'SHA-256 of what stands in the link; the link itself is kept nowhere';
create unique index account_invite_open on account_invite (username) where used_at is null;

create table account_factor (
  username text primary key references account,
  secret bytea not null,
  last_step bigint not null,
  failures integer not null default 0,
  wait_until timestamptz not null default '-infinity',
  set_up_at timestamptz not null
);
comment on column account_factor.secret is 'RFC 6238 key, encrypted under the master key, which lies outside the database';
comment on column account_factor.last_step is 'the newest time step whose code was used: none up to it counts again';

create table account_recovery_code (
  username text not null references account_factor on delete cascade,
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  used_at timestamptz,
  primary key (username, code_hash)
);

create table access_event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  act text not null,
  subject text not null,
  detail text not null
);
comment on table access_event is 'who let whom in, and who decided about trust and directory; only ever added to';

create function access_event_stays() returns trigger language plpgsql as $$
begin
  raise exception 'access_event: % (expected: insert only)', tg_op;
end $$;
create trigger access_event_stays before update or delete on access_event
  for each statement execute function access_event_stays();
