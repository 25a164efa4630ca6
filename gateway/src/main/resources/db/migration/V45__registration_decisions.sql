-- What a registrar decided about a request of a system: who, when, why, and the version of the directory that came of it.
-- What exactly was entered stands with that version, for a registrar may have corrected what the request said.

alter table registration_request
  add column decision_reason text,
  add column directory_version bigint references directory_version,
  add constraint registration_request_is_decided_whole check (
    (decided_at is null and decided_by is null and decision is null and decision_reason is null and directory_version is null)
    or (decided_at is not null and decided_by <> '' and decision_reason <> ''
        and ((decision = 'APPROVED' and directory_version is not null)
          or (decision = 'DECLINED' and directory_version is null)))
  );

create index registration_request_decided on registration_request (decided_at desc, id desc) where decided_at is not null;
