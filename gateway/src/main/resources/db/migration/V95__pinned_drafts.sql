-- What a draft hands in stays as it was while it is being sent; since when the next step of a signed file, or of a day, fails.

alter table draft add column pinned integer;
comment on column draft.pinned is 'the revision that was handed in: while it is the draft''s, its files are what draft_file says, however they grew since';

alter table lasting_file add column failing_since timestamptz;
comment on column lasting_file.failing_since is 'when the next step failed first; null where it did not';
alter table evidence_day add column failing_since timestamptz;
comment on column evidence_day.failing_since is 'when the next timestamp was asked for in vain first; null where it was not';
