import { mountOptions } from '../../options/mount-options.tsx'

const root = document.getElementById('root')
if (root) void mountOptions(root)
