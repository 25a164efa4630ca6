-- Bytes by digest, in chunks, for several nodes on one database. With a file vault these stay empty.

create table vault (
  digest text primary key,
  content uuid not null unique,
  length bigint not null,
  kept_at timestamptz not null default now()
);

create table vault_chunk (
  content uuid not null,
  place integer not null,
  bytes bytea not null,
  primary key (content, place)
);
alter table vault_chunk alter column bytes set storage external;
