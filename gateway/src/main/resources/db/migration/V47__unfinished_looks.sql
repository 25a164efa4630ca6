-- Looks at a document's signatures that began and never ended: a document that brings a process down is not met at every start.
alter table dossier add column unfinished_looks integer not null default 0;
