import { endWith } from '#tools/check/end.ts'
import { checkEverything } from '#tools/check/everything.ts'

endWith(await checkEverything())
