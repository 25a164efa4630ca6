-- The numbers under which agencies enter what arrives, the stamped files, and drafts' files as they were before they were sealed.

create table incoming_number (
  agency uuid not null,
  year integer not null,
  number text not null,
  serial integer not null,
  delivery_id uuid not null references delivery,
  primary key (agency, year, number)
);
create index incoming_number_serial on incoming_number (agency, year, serial);
comment on column incoming_number.serial is 'the number without its letter; the next one is one above the highest';

create table stamped_file (
  id uuid primary key,
  delivery_id uuid not null references delivery,
  agency uuid not null,
  year integer not null,
  number text not null,
  arrived_on date not null,
  forwarded text not null,
  name text not null,
  bytes_digest text not null,
  bytes_length bigint not null,
  stamped_by text not null,
  stamped_at timestamptz not null,
  foreign key (agency, year, number) references incoming_number
);
create index stamped_file_delivery on stamped_file (delivery_id, stamped_at);
-- The sweeper of the vault asks by digest.
create index stamped_file_bytes on stamped_file (bytes_digest);

create table draft_file_before (
  draft_id uuid not null references draft on delete cascade,
  sealed text not null,
  bytes_digest text not null,
  bytes_length bigint not null,
  sealed_as text not null,
  primary key (draft_id, sealed)
);
create index draft_file_before_bytes on draft_file_before (bytes_digest);
comment on table draft_file_before is 'what a sealed file of a draft was before, until the draft is sent';
comment on column draft_file_before.sealed is 'SHA-256 of the file with the seal on it';
comment on column draft_file_before.sealed_as is 'what the seal says; where the draft says otherwise now, it is put on anew';

-- A program of before would sweep these bytes out of the vault as nobody's, and falls over the events that come with them.
update schema_mark set oldest_step = 71;
