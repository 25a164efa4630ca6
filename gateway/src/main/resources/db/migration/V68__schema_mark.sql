-- Which programs may run on this schema: those that know at least the step named here. A step that older programs cannot live
-- with (something dropped, renamed, or newly required) puts its own number here; the others leave it, so that nodes of two
-- versions run side by side while one after the other is renewed.
create table schema_mark (
  one_row boolean primary key default true check (one_row),
  oldest_step integer not null,
  marked_at timestamptz not null default now()
);
insert into schema_mark (oldest_step) values (45);
