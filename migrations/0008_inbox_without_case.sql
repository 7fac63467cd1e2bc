-- Triage looks at what has no case yet (IN-09), however much with a case was never marked as dealt with.
create index messages_waiting_without_case on messages (workspace_id, ingested_at desc, id desc)
  where direction = 'in' and completed_at is null and case_id is null;
