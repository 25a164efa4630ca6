-- Neighbours may speak the dialect of provincial platforms, where one logs in with a name and a password of its own.
alter table neighbour
  add column dialect text not null default 'AXIS' check (dialect in ('AXIS', 'PROVINCIAL')),
  add column login_name text,
  add column login_password bytea,
  add column application_code text not null default '',
  add check ((dialect = 'PROVINCIAL') = (login_name is not null));
comment on column neighbour.login_password is 'encrypted under the master key, as own_secret is; none where the two are the same';
