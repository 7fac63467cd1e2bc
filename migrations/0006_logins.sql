-- Logins: who may sign in, with what, and where they are signed in. One login may be a person in several
-- workspaces (memberships). These tables stand outside every workspace and hold no customer data; the
-- sign-in library reads and writes them by these names.

create table login (
  id text primary key,
  name text not null,
  email text not null,
  email_verified boolean not null,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp,
  constraint login_email unique (email)
);

create table login_session (
  id text primary key,
  login_id text not null references login (id) on delete cascade,
  -- A session belongs to one workspace.
  workspace_id uuid not null,
  -- Worth nothing alone: the cookie carries it signed with the server's secret.
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null
);
create index login_session_login on login_session (login_id);
create index login_session_end on login_session (expires_at);

create table login_account (
  id text primary key,
  login_id text not null references login (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  -- scrypt, with its salt (A11).
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null,
  constraint login_account_once unique (provider_id, account_id)
);
create index login_account_login on login_account (login_id);

-- Steps under way: a second factor that is waited for, tries that were used up, codes that were used.
create table login_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
create index login_verification_identifier on login_verification (identifier);
create index login_verification_end on login_verification (expires_at);

create table login_two_factor (
  id text primary key,
  login_id text not null references login (id) on delete cascade,
  -- Both encrypted with the server's secret.
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index login_two_factor_login on login_two_factor (login_id);
