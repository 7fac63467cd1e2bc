import type { Breach } from '#tools/source/breach.ts'
import { isTypeScript, type SourceFile } from '#tools/source/files.ts'

/** The marks people leave where something is not done. */
export const unfinished = /\b(TO{1}DO|FIX{1}ME|X{3})\b/

/** Folders of one person's machine: nobody else has them. */
const machinePath = /(?<![\w}*.)/-])\/(work|root|home|Users)\/(?=[\w.])/

/**
 * Machine paths in any file, and unfinished work in files that are neither TypeScript (there the comments
 * are read) nor pages for people (they may speak about the rule).
 */
export function textFaultsIn(file: SourceFile): Breach[] {
  const readsMarks = !isTypeScript(file.path) && !/\.(md|json|txt|svg)$/.test(file.path)
  return file.text.split('\n').flatMap((line, at) => {
    const faults: Breach[] = []
    if (machinePath.test(line)) {
      const what =
        'a path of one machine: write it from the root of the repository, or take it from a setting'
      faults.push({ path: file.path, line: at + 1, rule: 'machine-path', what })
    }
    if (readsMarks && unfinished.test(line)) {
      const what = 'finish it now or leave it out'
      faults.push({ path: file.path, line: at + 1, rule: 'unfinished', what })
    }
    return faults
  })
}
