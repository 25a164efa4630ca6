-- A message that its receiver's system wants anew is tried as often as a fresh one.
alter table webhook_message add column earlier_attempts integer not null default 0;
comment on column webhook_message.earlier_attempts is 'attempts before the message was wanted anew: they count no more';
