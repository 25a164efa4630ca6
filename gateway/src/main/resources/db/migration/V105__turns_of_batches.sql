-- Batches take turns, a document waits in one of them only, and none is tried for ever.

alter table signing_batch add column begun_at timestamptz;
alter table signing_batch add column turn_at timestamptz;
comment on column signing_batch.begun_at is 'when it first had its turn: from there on the officer''s word is good for a while';
comment on column signing_batch.turn_at is 'when its last turn began, or ended: who waits longest is next';
create index signing_batch_turn on signing_batch (coalesce(turn_at, confirmed_at), id) where finished_at is null;

alter table signing_batch_item add column attempts integer not null default 0;
comment on column signing_batch_item.attempts is 'how often it was begun';

-- What was confirmed twice is told so in the later batch; what waits in a finished one waits for nobody.
update signing_batch_item i set outcome = 'CUT_OFF' from signing_batch b
where b.id = i.batch and b.finished_at is not null and i.outcome = 'WAITING';
update signing_batch_item i set outcome = 'CHANGED' from signing_batch b
where b.id = i.batch and i.outcome = 'WAITING' and exists (
  select from signing_batch_item o join signing_batch earlier on earlier.id = o.batch
  where o.request = i.request and o.outcome = 'WAITING' and (earlier.confirmed_at, earlier.id) < (b.confirmed_at, b.id));
create unique index signing_batch_item_waiting on signing_batch_item (request) where outcome = 'WAITING';

-- What officers decided stays on record when the clerk discards the draft.
alter table signing_request drop constraint signing_request_draft_id_fkey;
comment on column signing_request.draft_id is 'a draft, or one that was discarded after the officer had decided';
