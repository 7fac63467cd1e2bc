/** What colleagues write to each other inside cases; `{owner}` is whoever set the workspace up. */

/** Remarks that fit any case. */
export const remarks = [
  'Called, nobody there. Trying again tomorrow morning.',
  'Spoke on the phone, very friendly, all clear now. The mail is only for the record.',
  'Asked the warehouse, Luc looks on the upper shelf.',
  'Part is in stock, goes out with the afternoon post.',
  'I had exactly this last week, the long press helps.',
  'Keep an eye on this one please, it is the second time.',
  'Waiting for a picture of the serial plate.',
  'Photo is too dark to see anything. Asked for another.',
  'Priority up, they open on Thursday.',
  'Wrote the answer in the chat with the workshop as well, so that it is not lost.',
]

/** Questions to one colleague; the plan puts a name in front. */
export const questionsToOne = [
  'do we still have one of these in the loan cupboard?',
  'you know this customer, don’t you? How did we solve it last time?',
  'can you have a look before I promise anything?',
  'is that still under guarantee? The number looks old.',
  'may I give 10 % here? They have really been patient.',
  'could you read over my answer before I send it?',
]

/** Why somebody hands a case on. */
export const handovers = [
  'I am off from tomorrow, can you take this over? Everything is in the thread.',
  'You speak their language better than I do.',
  'This is more yours than mine, it needs somebody who has held the part in their hand.',
  'Handing over for the late shift.',
]

/** What the owner is asked. */
export const questionsToOwner = [
  'your call: replace it outside of the guarantee, or not?',
  'they would like to speak to whoever is in charge. Shall I give them your number?',
  'this could become a story in the press. Do you want to answer it yourself?',
  'third case with the same switch this month. Should we stop selling the batch?',
  'they ask for a price for 40 machines, that is above what I may sign.',
]

/** Reasons that are typed with a status. */
export const reasonsOnHold = [
  'Part is ordered, arrives next week',
  'Waiting for the courier’s answer to our claim',
  'Waiting for the bank',
  'Customer is on holiday until the end of the month',
  'Workshop is checking the batch',
  'Waiting for the new enamel colour',
  'Supplier answers on Monday',
  'Needs a decision about the guarantee',
]
export const reasonsClosed = [
  'No answer to two reminders',
  'Settled by telephone',
  'Handled in the shop',
  'Customer came round, all done',
  'Same question as in an earlier mail',
]
export const reasonsCanceled = ['Withdrawn by the customer', 'Sent to us by mistake', 'Solved without us']
