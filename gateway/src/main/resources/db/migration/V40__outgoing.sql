-- How received bytes leave: with the gateway's own hop spliced into their trace, or as they came, the hop in link headers.
-- Cut splice_text out at splice_offset, and what was received is back.

create table outgoing (
  dossier_id uuid not null references dossier,
  received_digest text not null,
  received_length bigint not null,
  hop_code text not null,
  hop_time text not null,
  splice_offset bigint check (splice_offset between 0 and received_length),
  splice_text text,
  digest text not null,
  length bigint not null,
  primary key (dossier_id, received_digest),
  check ((splice_offset is null) = (splice_text is null)),
  check (length = received_length + coalesce(octet_length(splice_text), 0)),
  check (splice_text is not null or digest = received_digest)
);
comment on column outgoing.splice_offset is 'bytes before the splice, in what was received and in what leaves';
