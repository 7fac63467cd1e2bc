import { en } from './words/en.ts'

/** Every word on the screen, in the language of the viewer; English is the one that exists. */
export const words: Words = en
/** What a catalogue of another language has to offer. */
export type Words = typeof en
