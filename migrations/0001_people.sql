-- Workspaces and their people. Tenant tables begin every key with workspace_id and stand behind row-level
-- security; look-ups that must be found before a workspace is known are global and hold no customer data.

create extension if not exists btree_gin;

create table workspaces (
  id uuid primary key,
  name text not null,
  secret bytea not null,
  created_at timestamptz not null
);

create table users (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  email text not null,
  role text not null check (role in ('owner', 'admin', 'supervisor', 'agent', 'creator', 'community_agent', 'viewer', 'custom')),
  permissions text[] not null default '{}',
  active boolean not null default true,
  time_zone text not null default 'UTC',
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (workspace_id, id),
  unique (workspace_id, email)
);

create table groups (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (workspace_id, id),
  unique (workspace_id, name)
);

create table group_members (
  workspace_id uuid not null,
  group_id uuid not null,
  user_id uuid not null,
  primary key (workspace_id, group_id, user_id),
  foreign key (workspace_id, group_id) references groups (workspace_id, id) on delete cascade,
  foreign key (workspace_id, user_id) references users (workspace_id, id) on delete cascade
);
create index group_members_user on group_members (workspace_id, user_id);

create table teams (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (workspace_id, id),
  unique (workspace_id, name)
);

create table team_members (
  workspace_id uuid not null,
  team_id uuid not null,
  user_id uuid not null,
  primary key (workspace_id, team_id, user_id),
  foreign key (workspace_id, team_id) references teams (workspace_id, id) on delete cascade,
  foreign key (workspace_id, user_id) references users (workspace_id, id) on delete cascade
);
create index team_members_user on team_members (workspace_id, user_id);

create table invitations (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  email text not null,
  name text,
  role text not null,
  team_ids uuid[] not null,
  group_ids uuid[] not null,
  invited_by_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  primary key (workspace_id, id)
);

-- Settings are never overwritten: an event names the version that was in force (BY-01).
create table settings_versions (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  area text not null,
  version integer not null,
  body jsonb not null,
  changed_by_id uuid,
  changed_at timestamptz not null,
  primary key (workspace_id, area, version)
);

-- Global look-ups -------------------------------------------------------------------------------

-- Which person a login is, in which workspace.
create table memberships (
  login_id text not null,
  workspace_id uuid not null,
  user_id uuid not null,
  primary key (login_id, workspace_id),
  unique (workspace_id, user_id)
);

-- API tokens: only the SHA-256 of the value is kept.
create table api_tokens (
  hash bytea primary key,
  workspace_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  name text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  unique (workspace_id, id)
);
create index api_tokens_user on api_tokens (workspace_id, user_id);

-- One-time secrets for setting up and for invitations: hashed, single use, with an end (SURVIVE A4).
create table one_time_codes (
  hash bytea primary key,
  purpose text not null check (purpose in ('setup', 'invitation')),
  workspace_id uuid,
  invitation_id uuid,
  expires_at timestamptz not null
);
