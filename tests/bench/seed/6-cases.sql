-- Numbers above $1 up to $2.
insert into cases (workspace_id, id, number, channel_id, customer_id, conversation_id, source, subject, description, type_id,
    priority, status, close_reason, team_id, assignee_id, assigned_by_id, closed_assignee_id, tags, created_at, created_by_id,
    updated_at, updated_by_id, assigned_at, status_changed_at, resolved_at, closed_at, finalized_at, last_inbound_at,
    last_outbound_at, last_qualifying_at, last_activity_at)
  select f.workspace_id, p.case_id, p.n, seed.thing(4, p.channel), seed.thing(5, p.customer),
    case when p.talks then p.conversation_id end, case when p.channel = 15 then 'phone' when p.channel > 12 then 'platform' else 'email' end,
    s.subject, b.body, case when seed.share(p.n, 30) < 0.6 then f.usual_type else f.other_type end,
    (array['none', 'none', 'none', 'none', 'low', 'medium', 'medium', 'high', 'critical'])[seed.pick(p.n, 31, 9)], p.status,
    case p.status when 'closed' then (array['done', 'done', 'manual', 'inactivity'])[seed.pick(p.n, 32, 4)] when 'resolved' then 'done'
      when 'spam' then 'spam' when 'canceled' then 'canceled' end,
    case when seed.share(p.n, 33) < 0.95 or p.agent is not null then seed.thing(2, p.team) end,
    case when p.agent is not null then seed.thing(1, p.agent) end,
    case when p.agent is not null and seed.share(p.n, 34) < 0.3 then seed.thing(1, 181 + p.n % 15) end,
    case when not p.is_active then seed.thing(1, p.agent) end,
    case when seed.share(p.n, 35) < 0.4 then array['tag-' || seed.pick(p.n, 36, 40)] else '{}' end,
    p.created_at, case when p.channel = 15 then seed.thing(1, p.agent) end, p.active_at, case when p.agent is not null then seed.thing(1, p.agent) end,
    case when p.agent is not null then p.created_at + (p.active_at - p.created_at) * 0.1 end, p.active_at,
    case when p.status in ('resolved', 'closed') then p.active_at end, case when not p.is_active then p.active_at end,
    case when p.status in ('closed', 'spam', 'canceled') then p.active_at end,
    case when p.talks then p.created_at + (p.active_at - p.created_at) * 0.7 end,
    case when p.messages > 1 then p.created_at + (p.active_at - p.created_at) * 0.9 end, p.active_at, p.active_at
  from seed.plan p cross join seed.facts f join seed.subjects s on s.n = seed.pick(p.n, 20, 4000)
    join seed.bodies b on b.n = seed.pick(p.n, 21, 20000)
  where p.n > $1 and p.n <= $2 and p.has_case
