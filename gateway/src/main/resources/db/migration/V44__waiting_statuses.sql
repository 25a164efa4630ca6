-- A status that comes before its document waits for it; joined later, it is sent on from its own bytes.

alter table status add column bytes_length bigint not null default 0;
alter table status alter column bytes_length drop default;
create index status_waiting on status (document_id) where dossier_id is null;
