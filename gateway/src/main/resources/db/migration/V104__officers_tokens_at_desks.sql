-- Officers' keys that lie at their own desks: nothing opens them here, and the program there draws what it is set up to draw.
-- Programs of before would find no word for what becomes of them in a batch, and nobody to take back what was signed there.

alter table signer_key
  alter column picture drop not null,
  drop constraint signer_key_check,
  drop constraint signer_key_has_one_secret;
alter table signer_key
  add constraint signer_key_kind check (kind in ('PKCS12', 'PKCS11', 'DESK')
    or (kind = 'CSC' and label is not null and client is not null)),
  add constraint signer_key_has_one_secret check ((kind = 'DESK' and secret_file is null and secret is null)
    or (kind <> 'DESK' and (secret_file is null) <> (secret is null))),
  add constraint signer_key_has_a_picture check (kind = 'DESK' or picture is not null);
comment on column signer_key.path is 'the PKCS#12 file, the PKCS#11 library, or the address of the signing service; empty at a desk';
comment on column signer_key.picture is 'of the signature made by hand, PNG; null at a desk';
update schema_mark set oldest_step = 104;
