// Runs `npm ci` beside this file, but only when package-lock.json is not the one that node_modules was made from:
// later builds then need neither network nor time. Fails only where nothing usable is installed.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const stamp = join(here, 'node_modules', '.made-from')
const wanted = createHash('sha256').update(readFileSync(join(here, 'package-lock.json'))).digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  // Standard input is closed: npm must never wait for an answer during a build.
  const windows = process.platform === 'win32'
  const npm = spawnSync(windows ? 'npm.cmd' : 'npm', ['ci', '--prefer-offline', '--loglevel=error'], {
    cwd: here,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: windows,
  })
  if (npm.status !== 0) {
    console.error('npm ci failed in ' + here + ': install Node 20 with npm, connect once, and build again')
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}
