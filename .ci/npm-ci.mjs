// Runs `npm ci` in the folder named as its argument, but only when package-lock.json there is not the one that
// node_modules was made from: later builds then need neither network nor time. Fails only where nothing usable is
// installed.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const folder = resolve(process.argv[2])
const stamp = join(folder, 'node_modules', '.made-from')
const wanted = createHash('sha256').update(readFileSync(join(folder, 'package-lock.json'))).digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  // Standard input is closed: npm must never wait for an answer during a build.
  const windows = process.platform === 'win32'
  const npm = spawnSync(windows ? 'npm.cmd' : 'npm', ['ci', '--prefer-offline', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: windows,
  })
  if (npm.status !== 0) {
    console.error('npm ci failed in ' + folder + ': install Node 20 with npm, connect once, and build again')
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}
