import type { Facts } from '#tools/house/facts.ts'
import { resolveSpecifier } from '#tools/house/imports.ts'
import type { Breach } from '#tools/source/breach.ts'

type Edge = { to: string; line: number }

/** Every ring of files that import each other, told once, at the first of its files by name. */
export function ringsIn(files: readonly Facts[]): Breach[] {
  const edges = new Map(files.map(file => [file.path, edgesOf(file)]))
  const reach = new Map<string, Set<string>>()
  const tangles = [...edges.keys()].filter(path => reachableFrom(path, edges, reach).has(path))
  const told = new Set<string>()
  return tangles.sort().flatMap(path => {
    if (told.has(path)) return []
    const ring = shortestRing(path, edges)
    for (const other of tangles) {
      if (reach.get(path)?.has(other) && reach.get(other)?.has(path)) told.add(other)
    }
    const line = edges.get(path)?.find(edge => edge.to === (ring[1] ?? path))?.line ?? 1
    return [{ path, line, rule: 'ring', what: `${[...ring, path].join(' → ')}: cut one of these imports` }]
  })
}

function edgesOf(file: Facts): Edge[] {
  return file.imports.flatMap(one => {
    const to = one.specifier === null ? null : resolveSpecifier(file.path, one.specifier)
    return to === null ? [] : [{ to, line: one.line }]
  })
}

/** All files that `start` needs, itself only if it stands in a ring. */
function reachableFrom(start: string, edges: ReadonlyMap<string, Edge[]>, reach: Map<string, Set<string>>) {
  const seen = new Set<string>()
  const waiting = [start]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const { to } of edges.get(path) ?? []) {
      if (!seen.has(to)) waiting.push(to)
      seen.add(to)
    }
  }
  reach.set(start, seen)
  return seen
}

function shortestRing(start: string, edges: ReadonlyMap<string, Edge[]>): string[] {
  const cameFrom = new Map<string, string>()
  const waiting = [start]
  for (const path of waiting) {
    for (const { to } of edges.get(path) ?? []) {
      if (to === start) return trail(path, start, cameFrom)
      if (!cameFrom.has(to)) {
        cameFrom.set(to, path)
        waiting.push(to)
      }
    }
  }
  return [start]
}

function trail(end: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path = [end]
  for (let at = end; at !== start; ) {
    at = cameFrom.get(at) ?? start
    path.unshift(at)
  }
  return path
}
