-- Attempts to send whose outcome nobody knows: one is repeated by itself, then its author decides (I6).
alter table outbox add column doubts integer not null default 0;
-- When somebody decided to try once more; null: since it was written.
alter table outbox add column trying_since timestamptz;
create index outbox_of_message on outbox (workspace_id, message_id) where message_id is not null;

-- Timelines and conversations are read in the order of posting (CV-19).
drop index messages_of_case;
create index messages_of_case on messages (workspace_id, case_id, posted_at, id) where case_id is not null;
drop index messages_of_conversation;
create index messages_of_conversation on messages (workspace_id, conversation_id, posted_at, id);

-- The Message-ID as the first headers give it: an answer waits until what it answers has been understood.
alter table raw_messages add column mail_id text;
create index raw_messages_waiting on raw_messages (workspace_id, mail_id) where state = 'received' and mail_id is not null;
