-- A wrong password or PIN of a seal's key stops every node: a token counts them, and locks itself.

alter table agency_seal
  add column refused bytea,
  add column refused_at timestamptz;
comment on column agency_seal.refused is 'encrypted under the master key, which lies outside the database: SHA-256 of the secret that the key refused';
