insert into customers (workspace_id, id, network, handle, name, email, created_at)
  select f.workspace_id, seed.thing(5, i), 'email', lower(a.name || '.' || b.name) || i || '@mail.example', a.name || ' ' || b.name,
    lower(a.name || '.' || b.name) || i || '@mail.example', f.now - f.span
  from seed.facts f, generate_series(1, greatest(f.cases / 3, 10)) i
  join seed.first_names a on a.n = seed.pick(i, 3, 40) join seed.last_names b on b.n = seed.pick(i, 4, 40);
