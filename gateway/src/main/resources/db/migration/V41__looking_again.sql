-- When a document whose signatures are not settled is looked at again: at once after receipt, never where nothing that may
-- still come would settle it.
alter table dossier
  add column next_look timestamptz not null default '-infinity',
  add column looks integer not null default 0;
drop index dossier_indeterminate;
create index dossier_indeterminate on dossier (next_look) where 'INDETERMINATE' = any (marks);

-- Where a revocation list can be fetched anew; none where a person brought it.
alter table cached_crl add column address text;

-- Why a person closed an alert.
alter table alert add column closed_because text;
create index alert_closed on alert (closed_at) where closed_at is not null;
