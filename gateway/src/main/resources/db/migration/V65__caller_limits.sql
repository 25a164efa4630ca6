-- What one system may do instead of what the settings say for all, and what is left of refusals that grew old.
alter table receiving_system
  add column calls_per_minute integer check (calls_per_minute > 0),
  add column max_packet_bytes bigint check (max_packet_bytes > 0);

create table refusal_day (
  day date not null,
  channel text not null,
  refusals bigint not null,
  primary key (day, channel)
);
comment on table refusal_day is 'how many refusals of a day (UTC) were taken away after their time';
