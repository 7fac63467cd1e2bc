import type { TeamName } from '#server/sample/company.ts'
import type { Situation } from '#server/sample/situation.ts'

/** A case that somebody opens by hand: a call, a visit, a thing noticed. It has no mail. */
export type HandMade = Pick<Situation, 'subject' | 'type' | 'priority' | 'tags'> & {
  team: TeamName
  description: string
  note?: string
}

/** The cases opened at the desk. */
export const handMade: readonly HandMade[] = [
  {
    subject: 'Call: guest house wants a loan machine for two weeks',
    team: 'Front desk',
    type: 'Lead',
    tags: ['phone', 'loan'],
    description:
      'Mrs Thorne of the guest house at the lighthouse called. Their machine is 19 years old and they hesitate. Would like to try an Osprey for two weeks before the season.',
    note: 'Loan machine no. 2 is back on Friday.',
  },
  {
    subject: 'Walk-in: kettle with a bent spout, present from 1998',
    team: 'Technical',
    type: 'Support',
    tags: ['visit', 'repair'],
    description:
      'An older gentleman brought the kettle in person. He does not have mail. Wants a call when it is done, evenings only: 0555 0143.',
    note: 'It is on the blue shelf with a yellow tag.',
  },
  {
    subject: 'Shelf 14: twelve switches from lot 0731 set aside',
    team: 'Technical',
    type: 'General',
    priority: 'high',
    tags: ['quality'],
    description:
      'Found while counting. All twelve stick when warm. Set aside with red tape, please nobody use them.',
    note: 'Supplier has been told, they want two for a test.',
  },
  {
    subject: 'Call: bakery chain asks about a service contract for 9 shops',
    team: 'Front desk',
    type: 'Lead',
    priority: 'high',
    tags: ['phone', 'office'],
    description:
      'Nine shops, one machine each, two of them ours already. Wants one contract and one invoice for all. Call back until the end of the week.',
  },
  {
    subject: 'Courier: three parcels without a label',
    team: 'Returns',
    type: 'General',
    tags: ['warehouse'],
    description:
      'Three parcels came back without label or sender. One Wren in cream, one Magpie, one box of cups. Somebody will ask for them.',
    note: 'The Magpie has a sticker of a school on it.',
  },
  {
    subject: 'Call: the machine of the town hall plays a tune',
    team: 'Technical',
    type: 'Support',
    tags: ['phone', 'office'],
    description:
      'The Albatross in the town hall beeps three tones every hour. Not urgent, but the mayor whistles along by now.',
    note: 'It is the reminder for the filter. Nobody had told them.',
  },
  {
    subject: 'Telephone: credit card terminal at the workshop shop',
    team: 'Front desk',
    type: 'General',
    tags: ['workshop'],
    description: 'Terminal refuses cards of one bank since Monday. Customers are nice about it and pay cash.',
  },
  {
    subject: 'Call: wants to give back a present, no receipt, very kind',
    team: 'Returns',
    type: 'Question',
    tags: ['phone', 'return'],
    description:
      'Caller has a Starling still in its box and would rather have a Heron and a grinder. Promised to call back with what is possible.',
    note: 'Voucher for the rest, as usual.',
  },
  {
    subject: 'Visit of the school class on the 18th',
    team: 'Front desk',
    type: 'General',
    tags: ['workshop', 'visit'],
    description:
      '24 children, two teachers, from ten to twelve. They want to see how a kettle is born. Cocoa, not coffee.',
    note: 'Need somebody for the enamel shop who likes questions.',
  },
]
