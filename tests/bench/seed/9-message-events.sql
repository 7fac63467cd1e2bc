-- Numbers above $1 up to $2.
insert into events (workspace_id, id, at, kind, actor_kind, actor_id, case_id, conversation_id, message_id, channel_id, data)
  select f.workspace_id, seed.id(m.posted_at, 30, p.n * 64 + j), m.posted_at, case when j % 2 = 0 then 'message.sent' else 'message.received' end,
    case when j % 2 = 0 then 'user' else 'customer' end, case when j % 2 = 0 then seed.thing(1, coalesce(p.agent, 1)) else seed.thing(5, p.customer) end,
    case when p.has_case then p.case_id end, p.conversation_id, seed.id(m.posted_at, 18, p.n * 64 + j), seed.thing(4, p.channel),
    jsonb_build_object('subject', s.subject, 'excerpt', left(s.subject || ' and what belongs to it', 140), 'effect', 'joined', 'automatic', null, 'doubt', null, 'tie', 'header')
  from seed.plan p cross join seed.facts f join seed.subjects s on s.n = seed.pick(p.n, 20, 4000)
    cross join lateral generate_series(1, p.messages) j
    cross join lateral (select p.created_at + (p.active_at - p.created_at) * (j - 1.0) / p.messages as posted_at) m
  where p.n > $1 and p.n <= $2 and p.messages > 0
