-- Acts that one person proposes and another, different one confirms: trust stores, tables of agencies, closings.

create table proposal (
  id bigint generated always as identity primary key,
  kind text not null,
  content text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  summary text not null,
  proposed_by text not null,
  reason text not null,
  at timestamptz not null,
  expires_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  decision text check (decision in ('CONFIRMED', 'DECLINED')),
  decision_reason text,
  constraint proposal_is_decided_whole check (
    (decided_at is null) = (decided_by is null) and (decided_at is null) = (decision is null)
    and (decided_at is null) = (decision_reason is null)),
  constraint proposal_is_confirmed_by_another check (decision is distinct from 'CONFIRMED' or decided_by <> proposed_by)
);
comment on column proposal.content is 'exactly what will be done, as JSON; its SHA-256 is the digest that both people see';
create index proposal_waiting on proposal (at) where decided_at is null;
