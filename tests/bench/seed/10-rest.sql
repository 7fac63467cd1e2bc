-- Files of one message in twelve, comments on every other case, followers of one in twenty, notices, and the counter.
insert into files (workspace_id, id, channel_id, message_id, name, media_type, size, storage_key, created_at)
  select m.workspace_id, seed.id(m.posted_at, 19, row_number() over ()), m.channel_id, m.id, 'invoice.pdf', 'application/pdf', 48213,
    'seed/' || m.id, m.posted_at
  from messages m where m.has_files;

insert into comments (workspace_id, id, case_id, author_id, text, created_at)
  select f.workspace_id, seed.id(p.created_at, 21, p.n), p.case_id, seed.thing(1, coalesce(p.agent, 1)), left(b.body, 200),
    p.created_at + (p.active_at - p.created_at) * 0.5
  from seed.plan p cross join seed.facts f join seed.bodies b on b.n = seed.pick(p.n, 51, 20000)
  where p.has_case and seed.share(p.n, 50) < 0.5;

insert into case_collaborators (workspace_id, case_id, user_id, added_at)
  select f.workspace_id, p.case_id, seed.thing(1, seed.pick(p.n, 53, f.agents)), p.created_at
  from seed.plan p cross join seed.facts f where p.has_case and seed.share(p.n, 52) < 0.05;

insert into notifications (workspace_id, id, user_id, kind, case_id, event_id, actor_name, excerpt, created_at, read_at)
  select f.workspace_id, seed.id(p.created_at, 22, p.n), seed.thing(1, p.agent), 'assigned', p.case_id, seed.id(p.created_at, 22, p.n),
    'Somebody', '', p.created_at, case when seed.share(p.n, 54) < 0.9 then p.created_at end
  from seed.plan p cross join seed.facts f where p.is_active and p.agent is not null;

update case_counters c set last_number = f.cases from seed.facts f where c.workspace_id = f.workspace_id;
