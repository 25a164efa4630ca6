-- Folders in which systems that can only write and read files leave what they send and find what arrives.

create table exchange_folder (
  system_id text primary key references receiving_system,
  path text not null unique,
  mark text not null,
  looked_at timestamptz,
  failures integer not null default 0,
  failed_at timestamptz,
  error text not null default '',
  next_at timestamptz not null default now()
);
comment on column exchange_folder.mark is 'lies in the folder too: an empty mount point in its place is not taken for it';
comment on column exchange_folder.next_at is 'nobody begins a look before; while one is under way it is put off';

create table exchange_folder_copy (
  system_id text not null references exchange_folder on delete cascade,
  doc_id text not null,
  kind text not null check (kind in ('EDOC', 'STATUS')),
  put_at timestamptz not null,
  primary key (system_id, doc_id)
);
comment on table exchange_folder_copy is 'copies that were put into a folder whole; gone from it, they are received';
