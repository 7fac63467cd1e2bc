import autocannon from 'autocannon'

/** One request, as it is sent. */
export type Request = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** What one kind of load came to: times in milliseconds, one for each good answer. */
export type Sample = { readonly times: Float64Array; readonly ms: number; readonly failures: number }

/** Sends the requests over and over on `clients` connections for a while. Each connection begins at another place. */
export async function load(
  url: string,
  requests: readonly Request[],
  clients: number,
  seconds: number,
): Promise<Sample> {
  const times: number[] = []
  let failures = 0
  let client = 0
  const began = performance.now()
  let last = began
  await new Promise<void>((resolve, reject) => {
    const run = autocannon(
      {
        url,
        connections: clients,
        duration: seconds,
        requests: [],
        setupClient: one => {
          const at = Math.floor((client * requests.length) / clients)
          one.setRequests([...requests.slice(at), ...requests.slice(0, at)])
          client += 1
        },
      },
      error => (error ? reject(error) : resolve()),
    )
    run.on('response', (_client, status, _bytes, duration) => {
      last = performance.now()
      if (status >= 200 && status < 300) times.push(duration)
      else failures += 1
    })
    run.on('reqError', () => {
      failures += 1
    })
  })
  return { times: Float64Array.from(times), ms: last - began, failures }
}
