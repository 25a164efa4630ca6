-- Files that were signed here, and how far their signatures have got: timestamp, evidence, archive.

create table lasting_file (
  id uuid primary key,
  signed text not null unique,
  versions text[] not null,
  kind text not null,
  agency uuid not null,
  subject text not null,
  name text not null,
  signed_at timestamptz not null,
  goal text not null check (goal in ('B', 'T', 'LT', 'LTA')),
  waits boolean not null,
  level text not null check (level in ('B', 'T', 'LT', 'LTA')),
  bytes_digest text not null,
  bytes_length bigint not null,
  grown_at timestamptz,
  due timestamptz,
  failures integer not null default 0,
  fault text not null default '',
  reported boolean not null default false
);
create index lasting_file_due on lasting_file (due) where due is not null;
create index lasting_file_signed on lasting_file (signed_at);
create index lasting_file_bytes on lasting_file (bytes_digest);
create index lasting_file_versions on lasting_file using gin (versions);
comment on column lasting_file.signed is 'SHA-256 of the file as it was signed';
comment on column lasting_file.versions is 'SHA-256 of what it was at each step, the newest last; only the newest is kept for its own sake';
comment on column lasting_file.due is 'when the next step is to be tried; null where nothing is left to be done';
comment on column lasting_file.waits is 'the file may leave only once it has its timestamp';

-- A program of before would sweep these bytes out of the vault as nobody's.
update schema_mark set oldest_step = 90;
