-- What an officer confirmed at once, and how far it is. Whoever takes a batch up has it for a while; one that was cut off is taken up again.

create table signing_batch (
  id uuid primary key,
  officer text not null references account (username),
  confirmed_at timestamptz not null,
  lease_until timestamptz,
  finished_at timestamptz
);
create index signing_batch_officer on signing_batch (officer, confirmed_at);
comment on column signing_batch.lease_until is 'until when the one who works on it has it alone; null where nobody does';

create table signing_batch_item (
  batch uuid not null references signing_batch on delete cascade,
  place integer not null,
  request uuid not null references signing_request on delete cascade,
  digest text not null,
  outcome text not null default 'WAITING',
  detail text not null default '',
  at timestamptz,
  primary key (batch, place)
);
create index signing_batch_item_request on signing_batch_item (request);
comment on column signing_batch_item.digest is 'SHA-256 of the file as it was when the officer confirmed: another one is not signed';
