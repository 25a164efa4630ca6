-- Bytes that nobody names are found and removed.

-- Whether a digest is named is asked for each content of the vault. Hash indexes: only equality is asked, and a digest is
-- long. Whoever adds a column that names bytes adds it to PostgresReferences as well.
create index dossier_bytes on dossier using hash (bytes_digest);
create index received_copy_bytes on received_copy using hash (bytes_digest);
create index delivery_bytes on delivery using hash (bytes_digest);
create index status_bytes on status using hash (bytes_digest);
create index refusal_bytes on refusal using hash (bytes_digest);

-- Contents being written: what a crash leaves half-written has chunks, but no row in vault.
create table vault_spool (
  content uuid primary key,
  written_at timestamptz not null default clock_timestamp()
);
insert into vault_spool (content)
  select distinct content from vault_chunk c where not exists (select from vault v where v.content = c.content);
