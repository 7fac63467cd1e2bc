import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const worthIt = /\.(?:js|css|svg)$/u
const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Puts a .br and a .gz beside each file of the build, so that the server sends them without any work. */
export function compressPages(): Plugin {
  return {
    name: 'docket-compress-pages',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const names = Object.keys(bundle).filter(name => worthIt.test(name))
      await Promise.all(names.map(name => compress(join(dir ?? '', name))))
    },
  }
}

async function compress(path: string): Promise<void> {
  const bytes = await readFile(path)
  const options = {
    params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }
  await Promise.all([
    writeFile(`${path}.br`, await brotli(bytes, options)),
    writeFile(`${path}.gz`, await zip(bytes, { level: 9 })),
  ])
}
