-- A seal names the one before it by the digest of its content; those sealed before did so by its root.
alter table seal add column format integer not null default 1;
alter table seal alter column format drop default;

-- A seal waits for the timestamp of a third party while timestamp_due is set.
alter table seal add column timestamp_due timestamptz;
alter table seal add column timestamp_failures integer not null default 0;
alter table seal add column timestamp_fault text not null default '';
alter table seal add column timestamp_reported boolean not null default false;
create index seal_timestamp_due on seal (timestamp_due) where timestamp_due is not null;

create table seal_timestamp (
  seal_id bigint primary key references seal,
  stamped_at timestamptz not null,
  token bytea not null,
  authority text not null,
  kept_at timestamptz not null
);
comment on column seal_timestamp.token is 'RFC 3161 over the signature value of the seal, as it came';

-- From a seal to its entries: proofs and checks.
create index entry_seal on entry (seal_id) where seal_id is not null;
