/**
 * Something about this machine, its folders or its settings that a person must put right before Docket can run.
 * The message is one or more whole sentences for that person; whoever starts Docket prints it without a stack and
 * ends with code 1.
 */
export class Unusable extends Error {
  override readonly name = 'Unusable'
}
