-- What we know about documents. Nothing here is deleted by the program; times are instants; codes are kept as written.

create table receiving_system (
  system_id text primary key,
  name text not null,
  kind text not null check (kind in ('AGENCY', 'PEER')),
  secret bytea not null,
  timestamp_window_seconds integer not null check (timestamp_window_seconds > 0),
  bound_addresses text[] not null default '{}',
  bound_certificate text,
  push_to text,
  enabled boolean not null default true,
  failures integer not null default 0,
  suspended_until timestamptz,
  created_at timestamptz not null default now()
);
comment on column receiving_system.secret is 'encrypted under the master key, which lies outside the database';
comment on column receiving_system.failures is 'failed attempts in a row, for the breaker';

create table mandate (
  id bigint generated always as identity primary key,
  system_id text not null references receiving_system,
  agency uuid not null,
  held_right text not null check (held_right in ('SEND', 'COLLECT', 'STATUS', 'TRANSIT')),
  from_at timestamptz not null,
  to_at timestamptz,
  unique (system_id, agency, held_right, from_at)
);
create index mandate_agency on mandate (agency, held_right);

create table dossier (
  id uuid primary key,
  sender_agency uuid not null,
  document_id text not null,
  action text not null check (action in ('NEW', 'REVOKE', 'UPDATE', 'REPLACE')),
  target text not null,
  version text not null,
  lineage uuid not null,
  sender_code text not null,
  sender_name text not null,
  sender_doc_id text not null unique,
  system_id text not null,
  channel text not null,
  content_digest text not null,
  bytes_digest text not null,
  bytes_length bigint not null,
  state text not null check (state in ('ACCEPTED', 'HELD', 'REFUSED')),
  marks text[] not null,
  hold text,
  hold_reason text not null,
  number text not null,
  notation text not null,
  type_name text not null,
  subject text not null,
  promulgated date,
  signer text not null,
  urgency integer not null,
  directory_version bigint not null,
  findings text not null,
  verification text not null,
  verified_at timestamptz not null,
  received_at timestamptz not null,
  last_sequence integer not null default 0,
  last_hash text not null default repeat('0', 64)
);
-- The authority on "the same document": a refused one makes room for the next try.
create unique index dossier_key on dossier (sender_agency, document_id, action, target, version) where state <> 'REFUSED';
create index dossier_document on dossier (document_id);
create index dossier_sent on dossier (sender_agency, received_at);
create index dossier_lineage on dossier (lineage);
create index dossier_received on dossier (received_at);
create index dossier_held on dossier (received_at) where state = 'HELD';
create index dossier_indeterminate on dossier (verified_at) where 'INDETERMINATE' = any (marks);
create index dossier_waiting on dossier (sender_agency, target) where 'WAITS_FOR_TARGET' = any (marks);

create table received_copy (
  id bigint generated always as identity primary key,
  dossier_id uuid not null references dossier,
  bytes_digest text not null,
  bytes_length bigint not null,
  channel text not null,
  system_id text not null,
  transport_id text,
  idempotency_key text,
  received_at timestamptz not null
);
create index received_copy_dossier on received_copy (dossier_id);

create table delivery (
  id uuid primary key,
  dossier_id uuid not null references dossier,
  kind text not null check (kind in ('EDOC', 'STATUS')),
  doc_id text not null unique,
  from_code text not null,
  code text not null,
  agency uuid,
  system_id text,
  push boolean not null,
  state text not null,
  dispatch integer not null,
  attempts integer not null,
  failures integer not null,
  urgency integer not null,
  bytes_digest text not null,
  bytes_length bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  due_at timestamptz,
  lease_until timestamptz,
  handed_over_at timestamptz,
  taken boolean not null,
  reason text not null
);
create index delivery_dossier on delivery (dossier_id);
create index delivery_collect on delivery (agency, kind, created_at) where state in ('WAITING', 'LEASED');
create index delivery_by_system on delivery (system_id, kind, created_at) where state in ('WAITING', 'LEASED');
create index delivery_due on delivery (due_at) where push and state = 'WAITING';
create index delivery_engine on delivery (system_id, state) where state in ('QUEUED', 'SENDING');
create index delivery_under_way on delivery (agency) where state not in ('HANDED_OVER', 'WITHDRAWN', 'MERGED', 'FAILED');

create table recipient (
  dossier_id uuid not null references dossier,
  code text not null,
  name text not null,
  resolution text not null,
  delivery_id uuid references delivery,
  primary key (dossier_id, code)
);
create index recipient_code on recipient (code);

create table attempt (
  delivery_id uuid not null references delivery,
  dispatch integer not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  node text not null,
  outcome text not null,
  detail text not null,
  primary key (delivery_id, dispatch)
);

create table entry (
  dossier_id uuid not null references dossier,
  sequence integer not null,
  at timestamptz not null,
  event text not null,
  actor text not null,
  detail text not null,
  previous text not null,
  hash text not null,
  seal_id bigint,
  primary key (dossier_id, sequence)
);
create index entry_unsealed on entry (at) where seal_id is null;

create table seal (
  id bigint generated always as identity primary key,
  sealed_at timestamptz not null,
  entries integer not null,
  root text not null,
  previous text not null,
  signature bytea not null
);
alter table entry add foreign key (seal_id) references seal;

create table receipt (
  dossier_id uuid primary key references dossier,
  made_at timestamptz not null,
  content text not null,
  signature bytea not null
);

create table status (
  id bigint generated always as identity primary key,
  dossier_id uuid references dossier,
  from_code text not null,
  from_agency uuid,
  addressee_code text not null,
  addressee uuid,
  document_id text not null,
  code text not null,
  description text not null,
  staff text not null,
  claimed_at timestamptz,
  received_at timestamptz not null,
  bytes_digest text not null,
  system_id text not null,
  doc_id text not null unique,
  note text not null
);
create unique index status_repeat on status (from_agency, bytes_digest);
create index status_dossier on status (dossier_id);
create index status_unmatched on status (received_at) where dossier_id is null;

create table alert (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  kind text not null,
  dossier_id uuid,
  delivery_id uuid,
  text text not null,
  closed_at timestamptz,
  closed_by text
);
create index alert_open on alert (at) where closed_at is null;

create table refusal (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  channel text not null,
  system_id text not null,
  remote text not null,
  document_id text not null,
  bytes_digest text,
  findings text not null
);
create index refusal_at on refusal (at);

create table registration_request (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  system_id text not null,
  operation text not null,
  body text not null,
  decided_at timestamptz,
  decided_by text,
  decision text
);

create table account (
  username text primary key,
  password_hash text not null,
  full_name text not null,
  role text not null check (role in ('OPERATOR', 'REGISTRAR', 'AUDITOR', 'ADMINISTRATOR', 'CLERK', 'OFFICER')),
  demo boolean not null,
  enabled boolean not null default true,
  created_at timestamptz not null
);

create table cached_crl (
  issuer text primary key,
  crl bytea not null,
  fetched_at timestamptz not null
);
