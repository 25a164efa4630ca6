-- Files that somebody signs at his own desk, and the addresses that fetch and return them once.

create table desk_hand_off (
  id uuid primary key,
  purpose text not null,
  target text not null,
  opened_by text not null,
  bytes_digest text not null,
  bytes_length bigint not null,
  file_name text not null,
  certificates text not null,
  fetch_hash text not null unique,
  return_hash text not null unique,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  state text not null,
  refusal text,
  detail text not null
);
create index desk_hand_off_age on desk_hand_off (expires_at);
-- The sweeper of the vault asks by digest.
create index desk_hand_off_bytes on desk_hand_off (bytes_digest);
comment on column desk_hand_off.target is 'what it is for, as whoever takes it back writes it';
comment on column desk_hand_off.certificates is 'SHA-256 of those of which one is to sign, with blanks between';
comment on column desk_hand_off.fetch_hash is 'SHA-256 of the secret in the address; the secret itself is kept nowhere';
-- A program of before would sweep the bytes out of the vault as nobody's.
update schema_mark set oldest_step = 99;
