-- Numbers above $1 up to $2. Customers and agents take turns, the customer begins.
insert into messages (workspace_id, id, conversation_id, channel_id, customer_id, case_id, author_id, direction, subject, text,
    preview, sender, recipients, mail_id, tie, has_files, delivery, completed_at, completed_by_id, posted_at, ingested_at)
  select f.workspace_id, m.id, p.conversation_id, seed.thing(4, p.channel), seed.thing(5, p.customer),
    case when p.has_case then p.case_id end, case when m.outgoing then seed.thing(1, coalesce(p.agent, 1)) end,
    case when m.outgoing then 'out' else 'in' end, case when j = 1 then s.subject else 'Re: ' || s.subject end,
    'Hello,' || chr(10) || chr(10) || b.body || chr(10) || chr(10) || 'Order A-' || p.n || chr(10) || 'Kind regards', left(b.body, 160),
    case when m.outgoing then jsonb_build_object('name', 'Support ' || p.channel, 'address', 'support' || p.channel || '@bench.example')
      else jsonb_build_object('name', c.name, 'address', c.handle) end,
    case when m.outgoing then jsonb_build_object('to', jsonb_build_array(jsonb_build_object('name', c.name, 'address', c.handle)), 'cc', '[]'::jsonb, 'replyTo', '[]'::jsonb)
      else jsonb_build_object('to', jsonb_build_array(jsonb_build_object('name', '', 'address', 'support' || p.channel || '@bench.example')), 'cc', '[]'::jsonb, 'replyTo', '[]'::jsonb) end,
    m.id || '@mail.example', case when j = 1 then 'new' else 'header' end, seed.share(m.n, 40) < 0.08,
    case when m.outgoing then 'sent' else 'received' end,
    case when not m.outgoing and not m.waits then m.posted_at + interval '2 hours' end,
    case when not m.outgoing and not m.waits then seed.thing(1, coalesce(p.agent, 1)) end, m.posted_at, m.posted_at
  from seed.plan p cross join seed.facts f
    join seed.subjects s on s.n = seed.pick(p.n, 20, 4000)
    join customers c on c.workspace_id = f.workspace_id and c.id = seed.thing(5, p.customer)
    cross join lateral generate_series(1, p.messages) j
    cross join lateral (
      select p.n * 64 + j as n, seed.id(p.created_at + (p.active_at - p.created_at) * (j - 1.0) / p.messages, 18, p.n * 64 + j) as id,
        j % 2 = 0 as outgoing, p.created_at + (p.active_at - p.created_at) * (j - 1.0) / p.messages as posted_at,
        j >= p.messages - 1 and (p.status in ('new', 'open') or p.status is null and p.created_at > p.now - interval '15 days') as waits
    ) m
    join seed.bodies b on b.n = seed.pick(m.n, 41, 20000)
  where p.n > $1 and p.n <= $2 and p.messages > 0
