/** Docket cannot start like this: `message` is one sentence that says what is wrong and what to do. */
export class Unusable extends Error {}
