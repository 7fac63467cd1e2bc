create table case_counters (
  workspace_id uuid primary key references workspaces (id) on delete cascade,
  last_number integer not null
);

create table case_types (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  built_in boolean not null,
  position integer not null,
  primary key (workspace_id, id),
  unique (workspace_id, name)
);

create table tags (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  name text not null,
  kind text not null default 'tag' check (kind in ('tag', 'campaign')),
  created_at timestamptz not null,
  primary key (workspace_id, name)
);

create table cases (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  number integer not null,
  channel_id uuid not null,
  customer_id uuid,
  conversation_id uuid,
  source text not null check (source in ('web_connect', 'support_sdk', 'phone', 'email', 'sms', 'platform')),
  care_origin boolean not null default false,
  subject text not null,
  description text not null,
  type_id uuid not null,
  priority text not null check (priority in ('none', 'low', 'medium', 'high', 'very_high', 'critical')),
  status text not null check (status in ('new', 'open', 'waiting', 'on_hold', 'resolved', 'closed', 'spam', 'canceled')),
  close_reason text check (close_reason in ('done', 'manual', 'inactivity', 'spam', 'canceled', 'duplicate', 'merged')),
  team_id uuid,
  assignee_id uuid,
  assigned_by_id uuid,
  -- Who held it when it was closed: gets the credit (AC-24) and is asked first on reopening (AR-05).
  closed_assignee_id uuid,
  deadline_at timestamptz,
  tags text[] not null default '{}',
  fields jsonb not null default '{}',
  created_at timestamptz not null,
  created_by_id uuid,
  updated_at timestamptz not null,
  updated_by_id uuid,
  assigned_at timestamptz,
  status_changed_at timestamptz not null,
  resolved_at timestamptz,
  closed_at timestamptz,
  finalized_at timestamptz,
  last_inbound_at timestamptz,
  last_outbound_at timestamptz,
  last_qualifying_at timestamptz not null,
  last_activity_at timestamptz not null,
  reopen_count integer not null default 0,
  merged_into_id uuid,
  deleted_at timestamptz,
  version integer not null default 1,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  foreign key (workspace_id, channel_id) references channels (workspace_id, id),
  foreign key (workspace_id, customer_id) references customers (workspace_id, id),
  foreign key (workspace_id, type_id) references case_types (workspace_id, id),
  foreign key (workspace_id, team_id) references teams (workspace_id, id),
  foreign key (workspace_id, assignee_id) references users (workspace_id, id),
  -- SM-04
  constraint new_cases_have_no_owner check (status <> 'new' or assignee_id is null),
  constraint closed_cases_have_a_reason check ((status in ('new', 'open', 'waiting', 'on_hold')) = (close_reason is null))
);

-- CV-06: one active case per conversation, whoever races.
create unique index cases_one_active_per_conversation on cases (workspace_id, conversation_id)
  where conversation_id is not null and deleted_at is null and status in ('new', 'open', 'waiting', 'on_hold');

-- The orders in which lists are read (CL-02, CL-03), each with its scope.
create index cases_by_activity on cases (workspace_id, last_activity_at desc, number desc) where deleted_at is null;
create index cases_active_by_activity on cases (workspace_id, last_activity_at desc, number desc)
  where deleted_at is null and status in ('new', 'open', 'waiting', 'on_hold');
create index cases_by_created on cases (workspace_id, created_at desc, number desc) where deleted_at is null;
create index cases_by_updated on cases (workspace_id, updated_at desc, number desc) where deleted_at is null;
create index cases_by_inbound on cases (workspace_id, coalesce(last_inbound_at, '-infinity'::timestamptz) desc, number desc) where deleted_at is null;
create index cases_of_assignee on cases (workspace_id, assignee_id, last_activity_at desc, number desc) where deleted_at is null;
create index cases_of_team on cases (workspace_id, team_id, last_activity_at desc, number desc) where deleted_at is null;
create index cases_of_channel on cases (workspace_id, channel_id, last_activity_at desc, number desc) where deleted_at is null;
create index cases_of_conversation on cases (workspace_id, conversation_id, closed_at desc) where deleted_at is null;
create index cases_assigned_by on cases (workspace_id, assigned_by_id, last_activity_at desc, number desc) where deleted_at is null;
create index cases_unassigned on cases (workspace_id, last_activity_at desc, number desc)
  where deleted_at is null and assignee_id is null and status in ('new', 'open', 'waiting', 'on_hold');
create index cases_in_grace on cases (workspace_id, resolved_at) where status = 'resolved' and deleted_at is null;
create index cases_tags on cases using gin (workspace_id, tags) where deleted_at is null;
create index cases_words on cases using gin (workspace_id, to_tsvector('simple', subject || ' ' || left(description, 50000))) where deleted_at is null;

create table case_collaborators (
  workspace_id uuid not null,
  case_id uuid not null,
  user_id uuid not null,
  added_at timestamptz not null,
  primary key (workspace_id, case_id, user_id),
  foreign key (workspace_id, case_id) references cases (workspace_id, id) on delete cascade,
  foreign key (workspace_id, user_id) references users (workspace_id, id) on delete cascade
);
create index case_collaborators_user on case_collaborators (workspace_id, user_id);

create table comments (
  workspace_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  author_id uuid not null,
  text text not null,
  mentions uuid[] not null default '{}',
  created_at timestamptz not null,
  edited_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, case_id) references cases (workspace_id, id) on delete cascade
);
create index comments_of_case on comments (workspace_id, case_id, created_at);
create index comments_words on comments using gin (workspace_id, to_tsvector('simple', left(text, 50000)));

-- Everything that happened, append-only: the source of timelines, notices, live pushes and "why?" (promise 4).
create table events (
  workspace_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  kind text not null,
  actor_kind text not null check (actor_kind in ('user', 'customer', 'rule', 'system')),
  actor_id uuid,
  case_id uuid,
  conversation_id uuid,
  message_id uuid,
  channel_id uuid,
  data jsonb not null,
  rule text,
  settings_version integer,
  -- The writing transaction: readers of the feed stop at the oldest one still running, so none is skipped (B6d).
  transaction xid8 not null default pg_current_xact_id(),
  primary key (workspace_id, id)
);
create index events_of_case on events (workspace_id, case_id, at, id) where case_id is not null;
create index events_feed on events (workspace_id, transaction, id);
