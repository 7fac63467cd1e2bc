import { startRealServer } from '#tests/harness/real-server.ts'
import { env } from './prepare.ts'
import { takeMail } from './take-mail.ts'
const folder = process.argv[2]!
const server = await startRealServer({ dataFolder: folder, env })
const t = setTimeout(() => { console.log(server.logged().slice(0, 3000)); process.exit() }, 15000)
console.log(await takeMail(folder, server, Number(process.argv[3])))
clearTimeout(t)
await server.end('SIGTERM')
