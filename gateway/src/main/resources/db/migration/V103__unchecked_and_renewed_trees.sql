-- Documents with files whose signatures could not be looked at are looked at again when the gateway can look at more.

create index dossier_not_checked on dossier (received_at) where 'NOT_CHECKED' = any (marks);

alter table dossier add column looked_able text[] not null default '{}';
comment on column dossier.looked_able is 'with which abilities (program and limits) a document with the mark NOT_CHECKED was looked at again';

-- Those of before were taken for unsigned. The envelope's signature says nothing about that.
with report as materialized (
  select dossier.id, one ->> 'presence' as presence
  from (select id, cast(verification as jsonb) as reports from dossier
    where 'FOR_INFORMATION' = any (marks) and verification like '%NOT_CHECKED%') as dossier,
    jsonb_array_elements(reports) as one
  where one ->> 'subject' <> 'envelope'),
unchecked as (
  select id from report group by id
  having bool_or(presence = 'NOT_CHECKED') and not bool_or(presence in ('SIGNED', 'BROKEN')))
update dossier set marks = array_append(array_remove(marks, 'FOR_INFORMATION'), 'NOT_CHECKED')
from unchecked where dossier.id = unchecked.id;

-- A program of before does not know the mark, and could read no list with such a dossier.
update schema_mark set oldest_step = 103;

-- Trees of evidence records are renewed with another digest before theirs grows weak (RFC 4998 §5.3).
alter table evidence_day
  add column reviewed text[] not null default '{}',
  add column held_until timestamptz not null default '-infinity';
comment on column evidence_day.reviewed is 'by which ends of algorithms "due" was worked out since the newest timestamp: nodes may have different ones';
comment on column evidence_day.held_until is 'until then a node is at it';

alter table evidence_day_token add column chain integer not null default 0;
alter table evidence_day_token add column hash text not null default 'SHA256';
comment on column evidence_day_token.chain is '0: the tree over the files'' SHA-256; each further one a tree over everything before it';
comment on column evidence_day_token.hash is 'with what everything in the chain is digested';

create table evidence_day_digest (
  day date not null references evidence_day,
  hash text not null,
  file text not null,
  digest bytea not null,
  primary key (day, hash, file)
);
comment on column evidence_day_digest.file is 'its SHA-256';
comment on column evidence_day_digest.digest is 'with the other digest; a file that could not be read has no row, and is tried again';
