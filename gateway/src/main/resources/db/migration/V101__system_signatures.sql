-- What was signed for which system at its door: it alone may fetch it, and what it has become since, as long as it is kept.

create table system_signature (
  bytes_digest text not null,
  bytes_length bigint not null,
  system_id text not null,
  agency uuid not null,
  form text not null,
  name text not null,
  signed_at timestamptz not null,
  level text not null,
  primary key (bytes_digest, system_id)
);
create index system_signature_age on system_signature (signed_at);
comment on column system_signature.bytes_digest is 'SHA-256 of what was handed out; its newest copy is in lasting_file';
comment on column system_signature.level is 'of what was handed out (EN 319 142-1 and its kin): B or T';
-- Programs of before would sweep what only a row here names.
update schema_mark set oldest_step = 101;
