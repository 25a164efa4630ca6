-- Documents whose signatures another engine is asked about, and what it said: what waits for its word outlives the process.

create table second_opinion (
  dossier_id uuid primary key references dossier (id),
  due_at timestamptz not null,
  begun integer not null default 0,
  outcome text,
  said_at timestamptz,
  detail text not null default '[]'
);
create index second_opinion_due on second_opinion (due_at) where outcome is null;
comment on column second_opinion.begun is 'how often somebody began to ask: a document that ends the engine is not tried for ever';
comment on column second_opinion.outcome is 'null while it waits; what a newer program wrote is read as no opinion';
comment on column second_opinion.detail is 'JSON: each signature with both opinions';
