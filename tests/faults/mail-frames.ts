import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium } from '@playwright/test'
import { foldMailHtml } from '#server/platform/mail/fold-html.ts'
import { frameMailHtml, mailFrameHeaders } from '#server/platform/mail/frame-html.ts'
import { sanitizeMailHtml } from '#server/platform/mail/sanitize-html.ts'
import { htmlPayloads } from './html-payloads.ts'

/**
 * Shows every hostile payload to a real browser in four ways (H3, H6, H7): as our frame, sanitised without the
 * headers, unsanitised with the headers, and naked, which proves that the browser would have been caught out.
 * `node tests/faults/mail-frames.ts [path of a Chromium]`; ends with 1 where anything ran or was fetched.
 */
type Way = 'framed' | 'sanitised only' | 'headers only' | 'naked'
type Shown = { way: Way; ran: string[]; fetched: string[]; heights: number }

const ran = 666
const payloads = Object.values(htmlPayloads)
  .flat()
  .map(payload => payload.replaceAll('alert(1)', `parent.postMessage(${ran},\`*\`)`))
const nonce = 'bm90LXNlY3JldC1oZXJlLW9ubHk'
const settleMs = 25

function answer(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const payload = payloads[Number(url.searchParams.get('payload'))] ?? ''
  const way = url.searchParams.get('way') as Way
  response.setHeader('content-type', 'text/html; charset=utf-8')
  if (url.pathname === '/parent') {
    const listen =
      '<script>window.heard=[];addEventListener("message",event=>heard.push(event.data))</script>'
    response.end(`${listen}<iframe sandbox="allow-scripts allow-popups" src="/frame${url.search}"></iframe>`)
  } else if (url.pathname === '/frame') {
    response.end(page(response, way, payload))
  } else {
    response.writeHead(404).end()
  }
}

function page(response: ServerResponse, way: Way, payload: string): string {
  const safe = sanitizeMailHtml(payload).html
  if (way === 'naked') return `<!doctype html><body>${payload}`
  if (way === 'sanitised only') return `<!doctype html><body>${safe}`
  const headers = mailFrameHeaders({
    nonce,
    imageOrigins: ['https://files.example/'],
    showRemoteImages: false,
  })
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  const html = way === 'framed' ? foldMailHtml(safe) : payload
  return frameMailHtml({ html, nonce, showRemoteImages: false, inlineImages: new Map() })
}

async function show(browser: Browser, origin: string, way: Way): Promise<Shown> {
  const shown: Shown = { way, ran: [], fetched: [], heights: 0 }
  const tab = await browser.newPage()
  let current = ''
  tab.on('request', request => {
    const own = /^(data:|http:\/\/127\.0\.0\.1:\d+\/(parent|frame)\?)/u.test(request.url())
    if (!own) shown.fetched.push(`${request.url()} by ${current}`)
  })
  for (const [index, payload] of payloads.entries()) {
    current = payload
    await tab.goto(`${origin}/parent?payload=${index}&way=${encodeURIComponent(way)}`, { waitUntil: 'load' })
    await tab.waitForTimeout(settleMs)
    const heard: unknown = await tab.evaluate('heard')
    const messages = Array.isArray(heard) ? heard : []
    if (messages.includes(ran)) shown.ran.push(payload)
    if (messages.some(message => typeof message === 'object')) shown.heights += 1
  }
  await tab.close()
  return shown
}

async function main(executablePath: string | undefined): Promise<void> {
  const server = createServer(answer)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const args = ['--no-sandbox', '--host-resolver-rules=MAP canary.example 127.0.0.1']
  const browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) })
  for (const way of ['framed', 'sanitised only', 'headers only', 'naked'] as const) {
    const { ran: executed, fetched, heights } = await show(browser, `http://127.0.0.1:${port}`, way)
    console.log(
      `${way}: ${payloads.length} shown, ${executed.length} ran, ${fetched.length} tried to fetch, ${heights} told their height`,
    )
    const harmless = executed.length === 0 && (way === 'headers only' || fetched.length === 0)
    if (way === 'naked' ? executed.length === 0 : !harmless) process.exitCode = 1
    if (way === 'framed' || way === 'sanitised only')
      for (const line of [...executed, ...fetched]) console.log(line)
  }
  await browser.close()
  server.close()
}

if (import.meta.main) await main(process.argv[2])
