-- What came in, as it came, before anybody tried to understand it (promise 3).
create table raw_messages (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  channel_id uuid not null,
  via text not null check (via in ('smtp', 'imap', 'api')),
  -- SHA-256 of the bytes (or of the sender's own id for the API): the same again is the same (CV-18, I4).
  fingerprint bytea not null,
  envelope jsonb not null,
  body bytea not null,
  size integer not null,
  received_at timestamptz not null,
  state text not null check (state in ('received', 'understood', 'quarantined')),
  attempts integer not null default 0,
  reason text,
  detail text,
  settled_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, channel_id) references channels (workspace_id, id),
  unique (workspace_id, channel_id, fingerprint)
);
create index raw_messages_open on raw_messages (workspace_id, state, received_at desc) where state <> 'understood';

create table conversations (
  workspace_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  customer_id uuid,
  -- The key by which later messages find it: the API's thread, or the conversation's own id for mail.
  thread_key text not null,
  subject text not null,
  created_at timestamptz not null,
  last_message_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, channel_id) references channels (workspace_id, id),
  foreign key (workspace_id, customer_id) references customers (workspace_id, id),
  unique (workspace_id, channel_id, thread_key)
);
create index conversations_of_customer on conversations (workspace_id, customer_id, last_message_at desc);

alter table cases add foreign key (workspace_id, conversation_id) references conversations (workspace_id, id);

create table messages (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  channel_id uuid not null,
  customer_id uuid,
  case_id uuid,
  raw_id uuid,
  author_id uuid,
  direction text not null check (direction in ('in', 'out')),
  visibility text not null default 'private' check (visibility in ('public', 'private')),
  state text not null default 'normal' check (state in ('normal', 'hidden', 'deleted')),
  subject text not null,
  text text not null,
  preview text not null,
  sender jsonb,
  recipients jsonb not null default '{}',
  -- Message-ID without its brackets (RFC 5322 §3.6.4).
  mail_id text,
  automatic text,
  doubt text,
  doubted_case_id uuid,
  -- What tied it to its conversation: token, header, thread or new (BY-09).
  tie text not null,
  remote_images integer not null default 0,
  has_html boolean not null default false,
  has_files boolean not null default false,
  delivery text not null check (delivery in ('received', 'queued', 'sending', 'sent', 'uncertain', 'failed')),
  delivery_reason text,
  delivery_attempts integer not null default 0,
  next_attempt_at timestamptz,
  completed_at timestamptz,
  completed_by_id uuid,
  posted_at timestamptz not null,
  ingested_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id),
  foreign key (workspace_id, case_id) references cases (workspace_id, id)
);
create index messages_of_conversation on messages (workspace_id, conversation_id, ingested_at, id);
create index messages_of_case on messages (workspace_id, case_id, ingested_at, id) where case_id is not null;
create index messages_waiting on messages (workspace_id, ingested_at desc, id desc) where direction = 'in' and completed_at is null;
create index messages_incoming on messages (workspace_id, ingested_at desc, id desc) where direction = 'in';
create index messages_waiting_of_channel on messages (workspace_id, channel_id, ingested_at desc, id desc) where direction = 'in' and completed_at is null;
create index messages_mail_id on messages (workspace_id, mail_id) where mail_id is not null;
create index messages_words on messages using gin (workspace_id, to_tsvector('simple', subject || ' ' || left(text, 50000)));
-- One message per raw mail, even if it is understood twice (B1).
create unique index messages_raw on messages (workspace_id, raw_id) where raw_id is not null;

-- Sanitised HTML, apart from the rows that lists read.
create table message_html (
  workspace_id uuid not null,
  message_id uuid not null,
  html text not null,
  primary key (workspace_id, message_id),
  foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete cascade
);

create table files (
  workspace_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  case_id uuid,
  message_id uuid,
  name text not null,
  media_type text not null,
  size integer not null,
  content_id text,
  inline boolean not null default false,
  -- Random key in the file store; the name above is never part of a path (F3).
  storage_key text not null,
  created_at timestamptz not null,
  created_by_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete cascade
);
create index files_of_message on files (workspace_id, message_id);

-- Mail on its way out: written with the act that made it, sent once (promise 3, I6).
create table outbox (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('reply', 'notice')),
  channel_id uuid,
  message_id uuid,
  mail jsonb not null,
  state text not null check (state in ('queued', 'sending', 'sent', 'uncertain', 'failed')),
  attempts integer not null default 0,
  reason text,
  created_at timestamptz not null,
  next_attempt_at timestamptz,
  settled_at timestamptz,
  primary key (workspace_id, id)
);
create index outbox_open on outbox (workspace_id, state, next_attempt_at) where state in ('queued', 'sending', 'uncertain');

create table notifications (
  workspace_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  kind text not null,
  case_id uuid,
  event_id uuid not null,
  actor_name text,
  excerpt text not null default '',
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, user_id) references users (workspace_id, id) on delete cascade,
  unique (workspace_id, user_id, event_id, kind)
);
create index notifications_of_user on notifications (workspace_id, user_id, created_at desc, id desc);
create index notifications_unread on notifications (workspace_id, user_id) where read_at is null;

-- Answers already given to POST requests (I1).
create table idempotency_keys (
  workspace_id uuid not null,
  owner text not null,
  key text not null,
  fingerprint bytea not null,
  status integer,
  body text,
  created_at timestamptz not null,
  primary key (workspace_id, owner, key)
);
create index idempotency_keys_age on idempotency_keys (workspace_id, created_at);

-- Global: which worker processes live, so that a dead one's jobs come back within a minute (C4).
create table worker_leases (
  worker_id text primary key,
  seen_at timestamptz not null
);
