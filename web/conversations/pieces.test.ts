import { expect, test } from 'vitest'
import { piecesOf } from './pieces.ts'

test('nothing of a message is left out: neighbouring quotes and signatures fold together', () => {
  const segments = [
    { kind: 'visible', text: 'Yes, please.\n' },
    { kind: 'signature', text: '-- \nAda\n' },
    { kind: 'quote', text: '> Shall we?\n' },
    { kind: 'visible', text: 'And one more thing.' },
  ] as const
  const pieces = piecesOf(segments)
  expect(pieces.map(piece => piece.visible)).toEqual([true, false, true])
  expect(pieces.map(piece => piece.text).join('')).toBe(segments.map(segment => segment.text).join(''))
})

test('pieces of white space alone are not shown as something to unfold', () => {
  const blank = { kind: 'quote', text: '\n \n' } as const
  expect(piecesOf([{ kind: 'visible', text: 'Hello' }, blank])).toHaveLength(1)
})
