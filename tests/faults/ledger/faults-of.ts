import type { LedgerReport } from './run-ledger.ts'

/** What a run proved wrong, one sentence each; nothing if all is well (B1, B5, C1, C4, C8). */
export function faultsOf({
  messages,
  replies,
  settledSeconds,
  backlog,
  orphans,
  crashes,
}: LedgerReport): string[] {
  const listed = (tokens: readonly string[]) => `${tokens.length} (${tokens.slice(0, 5).join(', ')})`
  const broken = [
    messages.lost.length > 0 && `Acknowledged messages were lost: ${listed(messages.lost)}.`,
    messages.doubled.length > 0 && `Messages came out twice: ${listed(messages.doubled)}.`,
    messages.halfDone > 0 &&
      `${messages.halfDone} raw messages count as understood but have become no message.`,
    settledSeconds === null && `After a minute there was still work: ${JSON.stringify(backlog)}.`,
    replies.lost.length > 0 && `Acknowledged replies were lost: ${listed(replies.lost)}.`,
    replies.doubled.length > 0 && `Replies went out twice without a word: ${listed(replies.doubled)}.`,
    orphans.length > 0 && `Processes were left behind: ${orphans.join(', ')}.`,
  ].filter(fault => fault !== false)
  return [...broken, ...crashes.map(log => `The server ended by itself. It said:\n${log.slice(-4_000)}`)]
}
