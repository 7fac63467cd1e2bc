import type { Message } from '#domain/conversations/wire.ts'

type Segment = Message['segments'][number]
type Piece = { visible: boolean; text: string }

/** Neighbouring quotes and signatures fold together behind one button. */
export function piecesOf(segments: readonly Segment[]): Piece[] {
  const pieces: Piece[] = []
  for (const segment of segments) {
    const visible = segment.kind === 'visible'
    const last = pieces.at(-1)
    if (last && last.visible === visible) last.text += segment.text
    else pieces.push({ visible, text: segment.text })
  }
  return pieces.filter(piece => piece.text.trim() !== '')
}
