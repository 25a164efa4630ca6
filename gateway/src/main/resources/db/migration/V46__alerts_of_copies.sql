-- Alerts about a copy are closed when the copy moves on.
create index alert_open_delivery on alert (delivery_id) where closed_at is null and delivery_id is not null;
