-- Seals whose keys lie at somebody's desk: nothing opens them here. Programs of before would take such a seal for one on a token.

alter table agency_seal
  drop constraint agency_seal_kind,
  drop constraint agency_seal_has_one_secret;
alter table agency_seal
  add constraint agency_seal_kind check (kind in ('PKCS12', 'PKCS11', 'DESK')
    or (kind = 'CSC' and label is not null and client is not null)),
  add constraint agency_seal_has_one_secret check ((kind = 'DESK' and secret_file is null and secret is null)
    or (kind <> 'DESK' and (secret_file is null) <> (secret is null)));
comment on column agency_seal.path is 'the PKCS#12 file, the PKCS#11 library, or the address of the signing service; empty at a desk';
update schema_mark set oldest_step = 100;
