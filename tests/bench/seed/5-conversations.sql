-- Numbers above $1 up to $2.
insert into conversations (workspace_id, id, channel_id, customer_id, thread_key, subject, created_at, last_message_at)
  select f.workspace_id, p.conversation_id, seed.thing(4, p.channel), seed.thing(5, p.customer), p.conversation_id::text,
    s.subject, p.created_at, p.active_at
  from seed.plan p cross join seed.facts f join seed.subjects s on s.n = seed.pick(p.n, 20, 4000)
  where p.n > $1 and p.n <= $2 and p.talks
