-- An incoming number is entered without a stamp, and one that was entered wrongly is made void.

alter table incoming_number
  add column entered_on date,
  add column entered_by text,
  add column entered_at timestamptz,
  add column void_reason text,
  add column voided_by text,
  add column voided_at timestamptz;
create index incoming_number_delivery on incoming_number (delivery_id);
comment on column incoming_number.entered_on is 'day of arrival; null where the number came with a stamp';
comment on column incoming_number.voided_at is 'its line stays: nobody gets the number again, and the next ones do not follow it';

-- A program of before would stamp under a void number and count on from it.
update schema_mark set oldest_step = 80;
