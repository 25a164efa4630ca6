-- A copy that is asked back while an attempt is under way: the attempt may still succeed, but no further one begins.
alter table delivery add column withdrawal text;

-- The documents that a recall, update or replacement acts on and that have not come yet; a replacement may name several.
alter table dossier add column awaits text[] not null default '{}';
drop index dossier_waiting;
create index dossier_waiting on dossier (sender_agency) where awaits <> '{}';
