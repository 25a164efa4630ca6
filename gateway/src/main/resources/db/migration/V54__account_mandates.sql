-- What people may do for which agency: clerks of agencies that have no document system of their own.

create table account_mandate (
  id bigint generated always as identity primary key,
  username text not null references account,
  agency uuid not null,
  held_right text not null check (held_right in ('SEND', 'COLLECT', 'STATUS')),
  from_at timestamptz not null,
  to_at timestamptz,
  unique (username, agency, held_right, from_at)
);
create index account_mandate_agency on account_mandate (agency, held_right);

-- An in-tray shows what was handed over too, which the index of collectable copies leaves out.
create index delivery_tray on delivery (agency, created_at) where kind = 'EDOC';
