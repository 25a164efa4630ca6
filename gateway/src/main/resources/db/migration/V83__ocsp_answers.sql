-- What responders said about certificates: for the cache of every process, and as the proof that verdicts rested on.

create table ocsp_answer (
  number bigint generated always as identity,
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  about text not null,
  answer bytea not null,
  address text not null,
  this_update timestamptz not null,
  useful timestamptz,
  kept_at timestamptz not null
);
comment on table ocsp_answer is 'never changed once written; verification reports name rows by their digest';
comment on column ocsp_answer.about is 'SHA-256 of the issuer''s public key, a space, the serial number in hexadecimal';
comment on column ocsp_answer.answer is 'OCSPResponse, DER (RFC 6960)';
comment on column ocsp_answer.useful is 'until when it may answer; empty where for good, as a revocation';

create index ocsp_answer_newest on ocsp_answer (about, number desc);
create index ocsp_answer_number on ocsp_answer (number);
create index ocsp_answer_age on ocsp_answer (this_update);
