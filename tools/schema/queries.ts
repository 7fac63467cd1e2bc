/** Schemas that are not ours: the system's and the job runner's, which migrates itself. */
const ours = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')`

const notOfAnExtension = (catalogue: string, oid: string) =>
  `not exists (select from pg_depend e where e.deptype = 'e' and e.classid = '${catalogue}'::regclass and e.objid = ${oid})`

const named = (name: string) => `(case n.nspname when 'public' then '' else n.nspname || '.' end || ${name})`

/** Tables and views of ours; partitions come and go and are left out. */
const relations = `pg_class c join pg_namespace n on n.oid = c.relnamespace and ${ours}
  and not c.relispartition and ${notOfAnExtension('pg_class', 'c.oid')}`

const table = `${named('c.relname')} as "table"`
const tables = `${relations} and c.relkind in ('r', 'p', 'v', 'm')`

/** The questions to the catalogue, each in an order that does not depend on when things were made. */
export const queries = {
  extensions: `select extname as name from pg_extension where extname <> 'plpgsql' order by extname`,

  types: `select ${named('t.typname')} as name, case t.typtype when 'e' then 'type' else 'domain' end as kind,
      case t.typtype
        when 'e' then 'enum (' || (select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder)
          from pg_enum where enumtypid = t.oid) || ')'
        else format_type(t.typbasetype, t.typtypmod) || case when t.typnotnull then ' not null' else '' end
          || coalesce((select string_agg(' ' || pg_get_constraintdef(k.oid), '' order by k.conname)
            from pg_constraint k where k.contypid = t.oid and k.contype = 'c'), '')
      end as definition
    from pg_type t join pg_namespace n on n.oid = t.typnamespace and ${ours}
    where t.typtype in ('e', 'd') and ${notOfAnExtension('pg_type', 't.oid')}
    order by n.nspname, t.typname`,

  searchConfigurations: `select ${named('f.cfgname')} as name,
      'parser ' || p.prsname || coalesce((select string_agg(format(', %s: %s', token.alias, m.dictionaries), ''
        order by token.alias collate "C")
        from ts_token_type(f.cfgparser) token join lateral (
          select string_agg(d.dictname, ' → ' order by x.mapseqno) as dictionaries
          from pg_ts_config_map x join pg_ts_dict d on d.oid = x.mapdict
          where x.mapcfg = f.oid and x.maptokentype = token.tokid) m on m.dictionaries is not null), '') as definition
    from pg_ts_config f join pg_namespace n on n.oid = f.cfgnamespace and ${ours}
    join pg_ts_parser p on p.oid = f.cfgparser
    where ${notOfAnExtension('pg_ts_config', 'f.oid')} order by n.nspname, f.cfgname`,

  sequences: `select ${named('c.relname')} as name, format_type(s.seqtypid, null) as type
    from ${relations} join pg_sequence s on s.seqrelid = c.oid
    where not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i'))
    order by n.nspname, c.relname`,

  tables: `select ${named('c.relname')} as name,
      case c.relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end as kind,
      case c.relkind when 'p' then pg_get_partkeydef(c.oid) end as "partitionKey",
      case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end as definition,
      c.relrowsecurity as "rowSecurity", c.relforcerowsecurity as "rowSecurityForced"
    from ${tables} order by n.nspname, c.relname`,

  columns: `select ${table}, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      b.typname as base, t.typcategory = 'A' as "array",
      (select array_agg(enumlabel::text order by enumsortorder) from pg_enum where enumtypid = b.oid) as "enumLabels",
      (select array_agg(pg_get_constraintdef(k.oid) order by k.conname)
        from pg_constraint k where k.contypid = t.oid and k.contype = 'c') as "domainChecks",
      a.attnotnull or t.typnotnull as "notNull", pg_get_expr(d.adbin, d.adrelid) as "default",
      case a.attidentity when 'a' then 'always' when 'd' then 'by default' end as identity,
      case a.attgenerated when 's' then 'stored' when 'v' then 'virtual' end as generated,
      case when a.attcollation <> t.typcollation then quote_ident(l.collname) end as collation
    from ${tables}
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    join pg_type b on b.oid = case when t.typcategory = 'A' and t.typelem <> 0 then t.typelem
      when t.typtype = 'd' then t.typbasetype else t.oid end
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    left join pg_collation l on l.oid = a.attcollation
    order by n.nspname, c.relname, a.attnum`,

  constraints: `select ${table}, k.conname as name, k.contype::text as kind, pg_get_constraintdef(k.oid) as definition,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum = any (k.conkey)) as columns
    from ${tables} join pg_constraint k on k.conrelid = c.oid and k.contype not in ('n', 't')
    order by n.nspname, c.relname, position(k.contype::text in 'pufcx'), k.conname`,

  indexes: `select ${table}, i.relname as name, pg_get_indexdef(x.indexrelid) as definition
    from ${tables} join pg_index x on x.indrelid = c.oid join pg_class i on i.oid = x.indexrelid
    where not exists (select from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))
    order by n.nspname, c.relname, i.relname`,

  policies: `select ${table}, p.polname as name,
      format('as %s for %s to %s', case when p.polpermissive then 'permissive' else 'restrictive' end,
        case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete'
          else 'all' end,
        coalesce((select string_agg(r.rolname, ', ' order by r.rolname) from pg_roles r
          where r.oid = any (p.polroles)), 'public'))
        || coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
        || coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '') as definition
    from ${tables} join pg_policy p on p.polrelid = c.oid order by n.nspname, c.relname, p.polname`,

  triggers: `select ${table}, g.tgname as name, pg_get_triggerdef(g.oid) as definition
    from ${tables} join pg_trigger g on g.tgrelid = c.oid and not g.tgisinternal
    order by n.nspname, c.relname, g.tgname`,

  grants: `select object, role, columns, array_agg(privilege order by privilege collate "C") as privileges from (
      select ${named('c.relname')} as object, r.rolname as role, lower(x.privilege_type) as privilege,
        null::text[] as columns
      from ${relations}, aclexplode(c.relacl) x, lateral (
        select coalesce((select rolname::text from pg_roles where oid = x.grantee), 'public') as rolname) r
      where r.rolname in ('docket_app', 'public')
      union all
      select ${named('c.relname')}, 'docket_app', lower(x.privilege_type), array_agg(a.attname::text order by a.attnum)
      from ${relations} join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) x
      where x.grantee = to_regrole('docket_app')
      group by n.nspname, c.relname, x.privilege_type
      union all
      select 'schema ' || n.nspname, 'docket_app', lower(x.privilege_type), null
      from pg_namespace n, aclexplode(n.nspacl) x
      where ${ours} and x.grantee = to_regrole('docket_app')) g
    group by object, role, columns order by object collate "C", role collate "C", columns nulls first, 4`,

  functions: `select ${named('p.proname')} as name, pg_get_functiondef(p.oid) as definition
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace and ${ours}
    where p.prokind in ('f', 'p', 'w') and ${notOfAnExtension('pg_proc', 'p.oid')}
    order by n.nspname, p.proname, pg_get_function_identity_arguments(p.oid) collate "C"`,
}
