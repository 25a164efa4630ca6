-- Keys of seals that a signing service keeps. Programs of before would take such a seal for one on a token.

alter table agency_seal
  add column client text,
  drop constraint agency_seal_kind_check;
alter table agency_seal
  add constraint agency_seal_kind check (kind in ('PKCS12', 'PKCS11')
    or (kind = 'CSC' and label is not null and client is not null));
comment on column agency_seal.path is 'the PKCS#12 file, the PKCS#11 library, or the address of the signing service';
comment on column agency_seal.label is 'of the key on a token, or the credential of a signing service';
comment on column agency_seal.client is 'as which the gateway logs in at the signing service';
update schema_mark set oldest_step = 94;
