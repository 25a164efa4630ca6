-- Which fields of a draft were read off its file and nobody has confirmed or changed yet.

alter table draft add column proposed_fields text[] not null default '{}';
comment on column draft.proposed_fields is 'names of fields; counts only while proposed is set, which an older program clears';
