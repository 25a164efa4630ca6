-- What two people decided about trust, for every node to take up in its own trust folder.

create table trust_decision (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('ADD_TRUST', 'REMOVE_TRUST')),
  content text not null,
  at timestamptz not null,
  actors text not null,
  reason text not null
);
comment on table trust_decision is 'in the order of the numbers, which are given under a lock: who has taken one up has all before it';
comment on column trust_decision.content is 'the act as a proposal keeps it, as JSON';

-- An older program would take a decision about trust for its own folder alone, and its page of the journal ends at names of
-- acts that it does not know.
update schema_mark set oldest_step = 73;
