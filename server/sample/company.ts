import type { Role } from '#domain/people/permissions.ts'

/** The made-up company: Copperlark of Port Sable makes kettles and coffee machines for homes and offices. */
export const company = {
  name: 'Copperlark',
  domain: 'copperlark.example',
  /** What it calls itself under its letters. */
  care: 'Copperlark customer care',
} as const

export const productNames = [
  'Wren',
  'Heron',
  'Teal',
  'Starling',
  'Finch',
  'Magpie',
  'Osprey',
  'Albatross',
] as const
export type ProductName = (typeof productNames)[number]

/** The two letters with which the serial numbers of a product begin. */
export const serialLetters: Record<ProductName, string> = {
  Wren: 'WR',
  Heron: 'HR',
  Teal: 'TL',
  Starling: 'ST',
  Finch: 'FN',
  Magpie: 'MG',
  Osprey: 'OS',
  Albatross: 'AB',
}

export const teamNames = ['Front desk', 'Technical', 'Billing', 'Returns'] as const
export type TeamName = (typeof teamNames)[number]

/** A colleague; `key` is how the plan calls them. */
export type Colleague = {
  key: string
  name: string
  role: Role
  teams: readonly TeamName[]
  /** In the group that looks after invoices. */
  accounts?: true
}

/** The owner is not here: that is whoever set the workspace up, called `owner` in the plan. */
export const colleagues = [
  { key: 'maren', name: 'Maren Oduya', role: 'supervisor', teams: ['Front desk'], accounts: true },
  { key: 'tomas', name: 'Tomás Figueira', role: 'agent', teams: ['Front desk'] },
  { key: 'ingrid', name: 'Ingrid Sæther', role: 'agent', teams: ['Front desk', 'Returns'] },
  { key: 'yuki', name: 'Yuki Tanabe', role: 'agent', teams: ['Front desk', 'Technical'] },
  { key: 'kwame', name: 'Kwame Asante-Boyd', role: 'admin', teams: ['Technical'], accounts: true },
  { key: 'helene', name: 'Hélène Marchetti', role: 'agent', teams: ['Technical'] },
  { key: 'dev', name: 'Dev Raman', role: 'agent', teams: ['Technical'] },
  { key: 'beatriz', name: 'Beatriz Lopo', role: 'agent', teams: ['Billing'], accounts: true },
  { key: 'oskar', name: 'Oskar Lindqvist', role: 'agent', teams: ['Billing'], accounts: true },
  { key: 'niamh', name: 'Niamh Gallagher', role: 'agent', teams: ['Returns', 'Front desk'] },
  { key: 'luc', name: 'Luc Peeters', role: 'creator', teams: [] },
] as const satisfies readonly Colleague[]

export type PersonKey = (typeof colleagues)[number]['key'] | 'owner'

/** The teams in which the owner helps out. */
export const teamsOfOwner: readonly TeamName[] = ['Front desk', 'Technical']

/** Who works the cases of a team, most often first. */
export const workersOf: Record<TeamName, readonly PersonKey[]> = {
  'Front desk': ['tomas', 'ingrid', 'maren', 'yuki', 'niamh'],
  Technical: ['helene', 'dev', 'kwame', 'yuki'],
  Billing: ['beatriz', 'oskar'],
  Returns: ['niamh', 'ingrid'],
}
