-- What was received on each day, and the timestamps over its hash tree (RFC 4998).

create table evidence_day (
  day date primary key,
  leaves text[] not null,
  closed_at timestamptz not null,
  due timestamptz not null,
  failures integer not null default 0,
  fault text not null default ''
);
create index evidence_day_due on evidence_day (due);
create index evidence_day_leaves on evidence_day using gin (leaves);
comment on column evidence_day.day is 'in Vietnam''s time';
comment on column evidence_day.leaves is 'SHA-256 of every file received that day';
comment on column evidence_day.due is 'when the next timestamp is to be asked for: the first, or one that renews the last';

create table evidence_day_token (
  day date not null references evidence_day,
  number integer not null,
  stamped_at timestamptz not null,
  token bytea not null,
  authority text not null,
  kept_at timestamptz not null,
  primary key (day, number)
);
comment on column evidence_day_token.token is 'RFC 3161: the first over the tree''s root, each further one over the one before it, as it came';
create index received_copy_received on received_copy (received_at);
