-- What the console counts and sorts by.

create index delivery_created on delivery (created_at);
