-- A system's secret before the present one, which counts until its operators have changed theirs.

alter table receiving_system
  add column previous_secret bytea,
  add column previous_until timestamptz,
  add constraint receiving_system_previous_is_whole check ((previous_secret is null) = (previous_until is null));
comment on column receiving_system.previous_secret is 'encrypted under the master key, which lies outside the database';
