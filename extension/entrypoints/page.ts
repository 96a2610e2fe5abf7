// The content script, registered at run time for the hosts a member enabled. An unlisted script and not WXT's
// kind of content script, which any page can stop with a forged event and recognise by its own.

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { adapters } from '../adapters/index.ts'
import { startPage } from '../page/start.ts'

export default defineUnlistedScript(() => startPage(document, adapters))
