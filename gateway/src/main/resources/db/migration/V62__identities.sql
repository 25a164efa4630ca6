-- Accounts whose people are known by another issuer (OpenID Connect). A subject that stands here for nobody gets in nowhere.

create table account_identity (
  issuer text not null,
  subject text not null,
  username text not null references account,
  linked_at timestamptz not null,
  primary key (issuer, subject),
  unique (issuer, username)
);
