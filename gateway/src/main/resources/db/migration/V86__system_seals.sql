-- Which systems may have which agency's seal put on files that they hand in.
-- A table of its own: programs of before know no such right of systems, and would fall over its rows among the others.
create table system_seal_mandate (
  id bigint generated always as identity primary key,
  system_id text not null references receiving_system,
  agency uuid not null,
  from_at timestamptz not null,
  to_at timestamptz,
  unique (system_id, agency, from_at)
);
