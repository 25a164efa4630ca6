-- Officers who sign: who may for which agency, with which key, what was put before them and what became of it.
-- Programs of before would not keep the bytes that only a signing request names, and would change a draft that is before an officer.

-- A table of its own, as of seals: programs of before know no such right.
create table account_sign_mandate (
  id bigint generated always as identity primary key,
  username text not null references account,
  agency uuid not null,
  from_at timestamptz not null,
  to_at timestamptz,
  unique (username, agency, from_at)
);
create index account_sign_mandate_agency on account_sign_mandate (agency);

create table signer_key (
  id uuid primary key,
  username text not null references account,
  from_at timestamptz not null,
  to_at timestamptz,
  kind text not null check (kind in ('PKCS12', 'PKCS11')
    or (kind = 'CSC' and label is not null and client is not null)),
  path text not null,
  slot bigint,
  slot_index integer,
  label text,
  client text,
  secret_file text,
  secret bytea,
  refused bytea,
  refused_at timestamptz,
  certificate text not null,
  picture bytea not null,
  added_by text not null,
  constraint signer_key_has_one_secret check ((secret_file is null) <> (secret is null)),
  constraint signer_key_has_one_slot check (slot is null or slot_index is null)
);
create index signer_key_username on signer_key (username, from_at);
comment on column signer_key.secret is 'encrypted under the master key, which lies outside the database';
comment on column signer_key.refused is 'SHA-256 of the secret that the key refused, encrypted under the master key, which lies outside the database';
comment on column signer_key.path is 'the PKCS#12 file, the PKCS#11 library, or the address of the signing service';
comment on column signer_key.label is 'of the key on a token, or the credential of a signing service';
comment on column signer_key.client is 'as which the gateway logs in at the signing service';
comment on column signer_key.certificate is 'of the key when it was added, DER in base64';
comment on column signer_key.picture is 'of the signature made by hand, PNG';

create table signing_request (
  id uuid primary key,
  draft_id uuid not null references draft on delete cascade,
  draft_revision integer not null,
  agency uuid not null,
  officer text not null references account (username),
  asked_by text not null,
  asked_at timestamptz not null,
  note text not null,
  due timestamptz,
  symbol text not null,
  type_name text not null,
  subject text not null,
  urgency integer not null,
  file_name text not null,
  asked_digest text not null,
  bytes_digest text,
  bytes_length bigint not null,
  state text not null check (state in ('ASKED', 'SIGNED', 'REFUSED', 'TAKEN_BACK')),
  decided_by text,
  decided_at timestamptz,
  reason text not null,
  certificate text,
  constraint signing_request_is_decided check ((state = 'ASKED') = (decided_at is null)),
  constraint signing_request_names_its_signature check ((state = 'SIGNED') = (certificate is not null))
);
-- One officer at a time holds a draft.
create unique index signing_request_open on signing_request (draft_id) where state = 'ASKED';
create index signing_request_draft on signing_request (draft_id);
create index signing_request_officer on signing_request (officer, state, asked_at);
-- The sweeper of the vault asks by digest.
create index signing_request_bytes on signing_request (bytes_digest);
comment on column signing_request.asked_digest is 'SHA-256 of the file that was put before the officer';
comment on column signing_request.bytes_digest is 'what the officer reads: that file, then the signed one; null once the document was sent, whose dossier has it, or the draft discarded';
comment on column signing_request.certificate is 'SHA-256 of the signature''s; null where there is none';
update schema_mark set oldest_step = 97;
