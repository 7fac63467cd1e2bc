-- The second wall (Z3): every tenant table shows only the rows of the workspace that the transaction named.
-- A transaction that named none gets an error, not everything.
do $$
declare
  tenant text;
begin
  foreach tenant in array array[
    'users', 'groups', 'group_members', 'teams', 'team_members', 'invitations', 'settings_versions',
    'channels', 'channel_access', 'mailbox_positions', 'customers',
    'case_counters', 'case_types', 'tags', 'cases', 'case_collaborators', 'comments', 'events',
    'raw_messages', 'conversations', 'messages', 'message_html', 'files', 'outbox', 'notifications', 'idempotency_keys'
  ] loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format(
      'create policy workspace on %I using (workspace_id = current_setting(''docket.workspace_id'')::uuid)', tenant);
  end loop;
end $$;
