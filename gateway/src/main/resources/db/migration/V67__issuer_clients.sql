-- Which client of another issuer of access tokens is which system.
create table issuer_client (
  issuer text not null,
  client text not null,
  system_id text not null references receiving_system,
  primary key (issuer, client)
);
create index issuer_client_system on issuer_client (system_id);
