-- Everything the seeding needs and takes away again at its end. All of it is a function of a row's number, so that the
-- same size gives the same data in every run.
create schema seed;

-- An even number from 0 to 1 that belongs to n and salt.
create function seed.share(n bigint, salt bigint) returns float8 immutable parallel safe language sql
  return (hashint8extended(n, salt) & 9007199254740991) / 9007199254740992.0;

-- A whole number from 1 to size.
create function seed.pick(n bigint, salt bigint, size integer) returns integer immutable parallel safe language sql
  return 1 + floor(seed.share(n, salt) * size)::integer;

-- A UUID (version 7) that sorts by its moment; kind and n make it unique.
create function seed.id(at timestamptz, kind integer, n bigint) returns uuid immutable parallel safe language sql
  return (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(kind), 3, '0')
    || '8' || lpad(to_hex(n), 15, '0'))::uuid;

-- The ids of people, teams, groups and channels, which all were made on one day.
create function seed.thing(kind integer, n bigint) returns uuid immutable parallel safe language sql
  return seed.id('2020-01-01 00:00:00+00', kind, n);

-- The one row of facts that all steps share.
create table seed.facts as
  select w.id as workspace_id, current_setting('seed.cases')::bigint as cases, date_trunc('second', now()) as now,
    interval '730 days' as span, 200 as agents, 20 as teams, 5 as groups, 14 as channels, 12 as mail_channels,
    (select id from case_types t where t.workspace_id = w.id order by position limit 1) as usual_type,
    (select id from case_types t where t.workspace_id = w.id order by position desc limit 1) as other_type,
    -- Half of a young company's cases are at work; a large company has many that are long over.
    least(current_setting('seed.cases')::bigint / 2, 5000 + current_setting('seed.cases')::bigint / 100) as active
  from workspaces w limit 1;

create unlogged table seed.bodies (n integer primary key, body text not null);
create unlogged table seed.subjects (n integer primary key, subject text not null);
create unlogged table seed.first_names (n integer primary key, name text not null);
create unlogged table seed.last_names (n integer primary key, name text not null);
