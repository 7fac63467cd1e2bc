create table channels (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('email', 'desk', 'api')),
  name text not null,
  address text,
  group_id uuid,
  options jsonb not null,
  imap jsonb,
  smtp jsonb,
  -- Passwords of imap and smtp, sealed with the server's secret (A13).
  secrets bytea,
  deleted_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, group_id) references groups (workspace_id, id)
);
create unique index channels_name on channels (workspace_id, name) where deleted_at is null;

create table channel_access (
  workspace_id uuid not null,
  channel_id uuid not null,
  -- 'role:agent' or 'user:<id>'
  subject text not null,
  level text not null check (level in ('no_access', 'read_only', 'needs_approval', 'can_reply', 'full')),
  primary key (workspace_id, channel_id, subject),
  foreign key (workspace_id, channel_id) references channels (workspace_id, id) on delete cascade
);
create index channel_access_subject on channel_access (workspace_id, subject);

-- How far a mailbox has been read (IN-26, I3, I9).
create table mailbox_positions (
  workspace_id uuid not null,
  channel_id uuid not null,
  folder text not null,
  uid_validity text not null,
  last_uid bigint not null,
  state text not null check (state in ('idle', 'connected', 'failing')),
  state_since timestamptz not null,
  reason text,
  primary key (workspace_id, channel_id, folder),
  foreign key (workspace_id, channel_id) references channels (workspace_id, id) on delete cascade
);

-- Global: which channel a mail address belongs to, asked by the SMTP port before a workspace is known.
create table inbound_addresses (
  address text primary key,
  workspace_id uuid not null,
  channel_id uuid not null
);
create index inbound_addresses_channel on inbound_addresses (workspace_id, channel_id);

create table customers (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  network text not null,
  handle text not null,
  name text not null,
  email text,
  phone text,
  company text,
  language text,
  notes text not null default '',
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (workspace_id, id),
  unique (workspace_id, network, handle)
);
