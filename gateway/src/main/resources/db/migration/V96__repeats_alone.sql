-- A call that is to be done once at a time holds its key until then, so that a crash does not hold it for ever. Programs of before pass
-- it over.

alter table repeat add column held_until timestamptz;
comment on column repeat.held_until is 'until when nobody else does the same call; none where it may be done twice at a time';
