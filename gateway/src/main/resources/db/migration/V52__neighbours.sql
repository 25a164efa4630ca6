-- Gateways and axes that we call in the axis dialect, and how fetching from them goes.

create table neighbour (
  system_id text primary key references receiving_system,
  address text not null,
  own_system_id text not null,
  own_secret bytea not null,
  reached_at timestamptz,
  waiting_documents integer not null default 0,
  waiting_statuses integer not null default 0,
  taken bigint not null default 0,
  failures integer not null default 0,
  failed_at timestamptz,
  error text not null default '',
  next_at timestamptz not null default now()
);
comment on column neighbour.own_secret is 'ours there, encrypted under the master key, which lies outside the database';
comment on column neighbour.next_at is 'nobody begins a round before; while one is under way it is put off';

create table neighbour_item (
  system_id text not null references neighbour,
  doc_id text not null,
  kind text not null check (kind in ('EDOC', 'STATUS')),
  failures integer not null,
  failed_at timestamptz not null,
  next_try_at timestamptz not null,
  error text not null,
  primary key (system_id, doc_id)
);
comment on table neighbour_item is 'what a neighbour lists for us and we could not take over so far';
