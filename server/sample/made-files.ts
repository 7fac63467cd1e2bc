import { crc32, deflateSync } from 'node:zlib'
import type { Enclosure } from './situation.ts'

/** A file that somebody encloses, drawn here so that none has to be carried along. */
export type MadeFile = { name: string; mediaType: string; content: Buffer }

/** Makes the file that goes with a letter; `seed` makes each look a little different, `lines` stand in documents. */
export function makeFile(kind: Enclosure | 'invoice', seed: number, lines: readonly string[]): MadeFile {
  switch (kind) {
    case 'photo':
      return { name: `IMG_${2040 + (seed % 900)}.png`, mediaType: 'image/png', content: drawKettle(seed) }
    case 'receipt':
      return {
        name: `receipt-${seed % 10_000}.pdf`,
        mediaType: 'application/pdf',
        content: printPage('Receipt', lines),
      }
    case 'invoice':
      return {
        name: `invoice-${seed % 10_000}.pdf`,
        mediaType: 'application/pdf',
        content: printPage('Invoice', lines),
      }
    case 'note':
      return { name: 'note.txt', mediaType: 'text/plain', content: Buffer.from(`${lines.join('\n')}\n`) }
  }
}

const width = 240
const height = 180

/** A picture of a kettle on a table, in colours of its own: PNG, 8-bit RGB. */
function drawKettle(seed: number): Buffer {
  const [wall, table, kettle] = [seed, seed * 7, seed * 13].map(hue => colourOf(hue))
  const rows = Array.from({ length: height }, (_none, y) => {
    const row = Buffer.alloc(1 + width * 3)
    for (let x = 0; x < width; x += 1) {
      const colour = isKettle(x, y) ? kettle! : y > 140 ? table! : wall!
      const light = 0.75 + 0.25 * (1 - Math.hypot(x - 90, y - 50) / 240)
      row.set(
        colour.map(part => Math.round(part * light)),
        1 + x * 3,
      )
    }
    return row
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function isKettle(x: number, y: number): boolean {
  const body = ((x - 120) / 52) ** 2 + ((y - 105) / 46) ** 2 < 1 && y < 148
  const lid = Math.hypot(x - 120, y - 54) < 9
  const handle = Math.abs(Math.hypot(x - 120, (y - 70) * 1.2) - 46) < 4 && y < 68
  const spout = x > 160 && x < 200 && Math.abs(y - (150 - (x - 160) * 1.6)) < 12 && y > 60
  return body || lid || handle || spout
}

/** A muted colour for any number. */
function colourOf(seed: number): number[] {
  return [0, 2.1, 4.2].map(turn => Math.round(150 + 80 * Math.sin(seed * 0.7 + turn)))
}

/** PNG 5.3: length, type, data, CRC. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** A page with a title and some lines: PDF 1.4 with one of the fonts that every reader has. */
function printPage(title: string, lines: readonly string[]): Buffer {
  const shown = [`(${escaped(title)}) Tj /F1 11 Tf`, ...lines.map(line => `0 -20 Td (${escaped(line)}) Tj`)]
  const stream = `BT /F1 20 Tf 60 760 Td ${shown.join('\n')} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** PDF strings in brackets; what the plain font does not have becomes a question mark. */
function escaped(line: string): string {
  return line.replace(/[^\x20-\x7e]/gu, '?').replace(/[\\()]/gu, '\\$&')
}
