-- One token signs one file at a time: of two that a person opens at the same time the later one waits, and cancels the first.

update desk_hand_off older set state = 'CANCELLED'
where state in ('OPEN', 'FETCHED') and exists (select 1 from desk_hand_off newer
  where newer.opened_by = older.opened_by and newer.state in ('OPEN', 'FETCHED')
    and (newer.opened_at, newer.id) > (older.opened_at, older.id));
create unique index desk_hand_off_one_open on desk_hand_off (opened_by) where state in ('OPEN', 'FETCHED');
