-- Numbers above $1 up to $2: what is told about a case by itself, and by each of its messages.
insert into events (workspace_id, id, at, kind, actor_kind, actor_id, case_id, conversation_id, message_id, channel_id, data, rule, settings_version)
  select f.workspace_id, seed.id(e.at, 20 + e.kind_number, p.n), e.at, e.kind, e.actor_kind, e.actor_id, p.case_id,
    case when p.talks then p.conversation_id end, null, seed.thing(4, p.channel),
    jsonb_build_object('number', p.n, 'subject', s.subject) || e.data, null, 1
  from seed.plan p cross join seed.facts f join seed.subjects s on s.n = seed.pick(p.n, 20, 4000)
    cross join lateral (values
      (1, p.created_at, 'case.created', 'user', seed.thing(1, coalesce(p.agent, 1)), true,
        jsonb_build_object('source', 'email', 'status', 'new', 'team', 'Team ' || p.team, 'teamId', seed.thing(2, p.team), 'assigneeId', null)),
      (2, p.created_at + (p.active_at - p.created_at) * 0.1, 'case.assigned', 'user', seed.thing(1, coalesce(p.agent, 1)), p.agent is not null,
        jsonb_build_object('from', null, 'fromId', null, 'to', 'Somebody', 'toId', seed.thing(1, coalesce(p.agent, 1)), 'byId', seed.thing(1, coalesce(p.agent, 1)))),
      (3, p.created_at + (p.active_at - p.created_at) * 0.1, 'case.status_changed', 'user', seed.thing(1, coalesce(p.agent, 1)), p.status <> 'new',
        jsonb_build_object('from', 'new', 'to', 'open', 'why', 'ASSIGNED')),
      (4, p.active_at, 'case.status_changed', 'user', seed.thing(1, coalesce(p.agent, 1)), p.status not in ('new', 'open'),
        jsonb_build_object('from', 'open', 'to', p.status, 'why', 'BY_HAND'))
    ) e (kind_number, at, kind, actor_kind, actor_id, happened, data)
  where p.n > $1 and p.n <= $2 and p.has_case and e.happened
