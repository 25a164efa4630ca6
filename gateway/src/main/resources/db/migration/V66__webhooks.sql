-- Whom systems have told of news, the news that wait for the relay, and what was sent.
create table webhook (
  id uuid primary key,
  place bigint generated always as identity,
  system_id text not null references receiving_system,
  address text not null,
  types text[] not null,
  agencies uuid[] not null,
  paused_because text,
  secret bytea not null,
  previous_secret bytea,
  previous_until timestamptz,
  created_at timestamptz not null,
  deleted_at timestamptz,
  failures integer not null default 0,
  failing_since timestamptz,
  next_at timestamptz not null,
  sequence bigint not null default 0,
  dropped bigint not null default 0
);
create index webhook_system on webhook (system_id) where deleted_at is null;
comment on column webhook.secret is 'encrypted under the master key, which lies outside the database';
comment on column webhook.previous_secret is 'encrypted under the master key, which lies outside the database';
comment on column webhook.dropped is 'messages that found too many others waiting; their numbers are missing';

create table webhook_news (
  id bigint generated always as identity primary key,
  type text not null,
  at timestamptz not null,
  dossier_id uuid not null references dossier,
  recipient uuid,
  carrier text,
  facts text not null
);
comment on table webhook_news is 'committed with what they tell of; gone when their messages are made';

create table webhook_message (
  id uuid primary key,
  webhook_id uuid not null references webhook,
  sequence bigint not null,
  type text not null,
  at timestamptz not null,
  agency uuid,
  carrier text not null,
  body text not null,
  state text not null check (state in ('WAITING', 'SENDING', 'DELIVERED', 'GIVEN_UP', 'WITHHELD')),
  attempts integer not null default 0,
  due_at timestamptz not null,
  lease_until timestamptz,
  unique (webhook_id, sequence)
);
create index webhook_message_open on webhook_message (webhook_id, sequence) where state in ('WAITING', 'SENDING');
create index webhook_message_ended on webhook_message (due_at) where state not in ('WAITING', 'SENDING');
comment on column webhook_message.due_at is 'when it ended, once it has';

create table webhook_attempt (
  message_id uuid not null references webhook_message on delete cascade,
  number integer not null,
  ended_at timestamptz not null,
  status integer,
  detail text not null,
  primary key (message_id, number)
);
