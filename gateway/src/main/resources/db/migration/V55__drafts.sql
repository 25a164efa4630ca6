-- What clerks prepare and have not sent yet; once sent, the draft says which document it became.

create table draft (
  id uuid primary key,
  agency uuid not null,
  author text not null,
  action text not null check (action in ('NEW', 'UPDATE', 'REPLACE')),
  target text not null,
  reason text not null,
  number text not null,
  notation text not null,
  place text not null,
  issued_on text not null,
  type_name text not null,
  subject text not null,
  competence text not null,
  position text not null,
  signer text not null,
  urgency integer not null,
  recipients text[] not null,
  proposed boolean not null,
  revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  sent uuid references dossier
);
create index draft_open on draft (agency, updated_at) where sent is null;

create table draft_file (
  draft_id uuid not null references draft on delete cascade,
  place integer not null,
  name text not null,
  bytes_digest text not null,
  bytes_length bigint not null,
  primary key (draft_id, place)
);
-- The sweeper of the vault asks by digest.
create index draft_file_bytes on draft_file (bytes_digest);
