-- Which key is the seal of which agency, and which clerks may use it.

create table agency_seal (
  id uuid primary key,
  agency uuid not null,
  from_at timestamptz not null,
  to_at timestamptz,
  kind text not null check (kind in ('PKCS12', 'PKCS11')),
  path text not null,
  slot bigint,
  slot_index integer,
  label text,
  secret_file text,
  secret bytea,
  certificate text not null,
  picture bytea,
  added_by text not null,
  constraint agency_seal_has_one_secret check ((secret_file is null) <> (secret is null)),
  constraint agency_seal_has_one_slot check (slot is null or slot_index is null)
);
create index agency_seal_agency on agency_seal (agency, from_at);
comment on column agency_seal.secret is 'encrypted under the master key, which lies outside the database';
comment on column agency_seal.path is 'the PKCS#12 file, or the PKCS#11 library';
comment on column agency_seal.certificate is 'of the key when the seal was added, DER in base64';

-- A table of its own: programs of before know no such right, and would fall over its rows among the others.
create table account_seal_mandate (
  id bigint generated always as identity primary key,
  username text not null references account,
  agency uuid not null,
  from_at timestamptz not null,
  to_at timestamptz,
  unique (username, agency, from_at)
);
