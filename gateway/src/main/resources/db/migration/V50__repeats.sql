-- What callers were answered under a key of their own (Idempotency-Key), so that a repeat is answered the same.
create table repeat (
  system_id text not null,
  key text not null,
  request_digest text not null,
  begun_at timestamptz not null,
  status integer,
  location text,
  body text,
  primary key (system_id, key),
  check ((status is null) = (body is null))
);
create index repeat_begun on repeat (begun_at);
comment on column repeat.status is 'none while the call is under way, or was broken off';
