-- 200 people in 20 teams and 5 groups: 180 agents, 15 supervisors, 5 admins; 12 mail channels and 2 for programs.
insert into users (workspace_id, id, name, email, role, created_at)
  select f.workspace_id, seed.thing(1, i), a.name || ' ' || b.name, 'person' || i || '@bench.example',
    case when i <= 180 then 'agent' when i <= 195 then 'supervisor' else 'admin' end, f.now - f.span
  from seed.facts f, generate_series(1, f.agents) i
  join seed.first_names a on a.n = seed.pick(i, 1, 40) join seed.last_names b on b.n = seed.pick(i, 2, 40);

insert into teams (workspace_id, id, name, created_at)
  select f.workspace_id, seed.thing(2, n), 'Team ' || n, f.now - f.span from seed.facts f, generate_series(1, f.teams) n;
-- One team for everybody, a second for every third.
insert into team_members (workspace_id, team_id, user_id)
  select f.workspace_id, seed.thing(2, 1 + (n - 1) % f.teams), seed.thing(1, n) from seed.facts f, generate_series(1, f.agents) n
  union select f.workspace_id, seed.thing(2, 1 + (n + 6) % f.teams), seed.thing(1, n)
  from seed.facts f, generate_series(1, f.agents, 3) n;

insert into groups (workspace_id, id, name, created_at)
  select f.workspace_id, seed.thing(3, n), 'Group ' || n, f.now - f.span from seed.facts f, generate_series(1, f.groups) n;
-- Everybody in all of them: a case goes only to somebody of its channel's group.
insert into group_members (workspace_id, group_id, user_id)
  select f.workspace_id, seed.thing(3, g), seed.thing(1, n)
  from seed.facts f, generate_series(1, f.agents) n, generate_series(1, f.groups) g;

insert into channels (workspace_id, id, kind, name, address, group_id, options, created_at)
  select f.workspace_id, seed.thing(4, n), case when n <= f.mail_channels then 'email' else 'api' end, 'Support ' || n,
    case when n <= f.mail_channels then 'support' || n || '@bench.example' end, seed.thing(3, 1 + n % f.groups),
    jsonb_build_object('createOnLateMessage', n <= f.mail_channels, 'defaultTeamId', seed.thing(2, 1 + n % f.teams), 'senderName', ''),
    f.now - f.span
  from seed.facts f, generate_series(1, f.channels) n;
insert into channels (workspace_id, id, kind, name, options, created_at)
  select f.workspace_id, seed.thing(4, 15), 'desk', 'Front desk',
    '{"createOnLateMessage": false, "defaultTeamId": null, "senderName": ""}', f.now - f.span from seed.facts f;
insert into inbound_addresses (address, workspace_id, channel_id)
  select 'support' || n || '@bench.example', f.workspace_id, seed.thing(4, n) from seed.facts f, generate_series(1, f.mail_channels) n;
insert into channel_access (workspace_id, channel_id, subject, level)
  select f.workspace_id, seed.thing(4, n), r.subject, r.level from seed.facts f, generate_series(1, f.channels + 1) n,
    (values ('role:supervisor', 'full'), ('role:agent', 'can_reply')) r (subject, level)
  union all
  select f.workspace_id, seed.thing(4, 1 + n % f.channels), 'user:' || seed.thing(1, n), 'can_reply'
  from seed.facts f, generate_series(5, 180, 25) n;

insert into tags (workspace_id, name, created_at)
  select f.workspace_id, 'tag-' || n, f.now - f.span from seed.facts f, generate_series(1, 40) n;
