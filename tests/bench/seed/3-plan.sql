-- One row per conversation: those up to `cases` have a case, the others wait in the inbox or are dealt with.
create unlogged table seed.plan as
  with numbered as (
    select n, n <= f.cases as has_case, f.*,
      -- The last ones to come are still at work.
      n > f.cases - f.active and n <= f.cases as is_active,
      case when n <= f.cases then f.now - f.span * (1 - (n - 0.5) / f.cases)
        else f.now - f.span * (1 - (n - f.cases - 0.5) / greatest(f.cases / 10, 1)) end as created_at
    from seed.facts f, generate_series(1, f.cases + f.cases / 10) n
  ), placed as (
    select *, seed.share(n, 10) as u, seed.share(n, 11) as v, seed.share(n, 12) as w,
      case when has_case and seed.share(n, 13) < 0.1 then 15
        when seed.share(n, 13) < 0.2 then mail_channels + seed.pick(n, 14, channels - mail_channels)
        else seed.pick(n, 14, mail_channels) end as channel,
      seed.pick(n, 15, teams) as team, seed.pick(n, 16, greatest(cases / 3, 10)::integer) as customer
    from numbered
  ), judged as (
    select *,
      case when not has_case then null
        when is_active then case when u < 0.25 then 'new' when u < 0.7 then 'open' when u < 0.9 then 'waiting' else 'on_hold' end
        when n > cases - active - active / 20 then 'resolved'
        when u < 0.9 then 'closed' when u < 0.97 then 'spam' else 'canceled' end as status
    from placed
  )
  select n, has_case, is_active, status, channel, team, customer, created_at, now,
    seed.id(created_at, 16, n) as case_id, seed.id(created_at, 17, n) as conversation_id, channel <> 15 as talks,
    case when status = 'new' then null when status = 'resolved' or not is_active or v < 0.97
      then team + teams * floor(w * (agents / teams))::integer end as agent,
    case when is_active then created_at + (now - created_at) * (0.3 + 0.7 * v)
      when status = 'resolved' then greatest(created_at, now - interval '4 days' * v)
      else least(created_at + interval '12 days' * -ln(1 - v * 0.98), now) end as active_at,
    case when channel = 15 then 0 else least(1 + floor(-ln(1 - seed.share(n, 18)) * 4.6)::integer, 60) end as messages
  from judged;
create unique index on seed.plan (n);
