-- Who sealed a draft's file, with whose seal and when: told by the dossier's first entry once the draft is handed in.

alter table draft_file_before
  add column seal_agency uuid,
  add column seal_certificate text,
  add column sealed_by text,
  add column sealed_at timestamptz;
comment on column draft_file_before.seal_certificate is 'SHA-256 of the seal''s; null where a program of before put it on';
