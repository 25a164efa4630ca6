-- How documents are brought to a system that has them pushed.
alter table receiving_system
  add column push_by text not null default 'REST' check (push_by in ('REST', 'SOAP', 'AXIS'));
