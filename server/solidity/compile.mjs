// Compiles the Solidity files of a folder: node compile.mjs SOURCE-FOLDER OUTPUT-FOLDER. Writes one JSON file for each contract,
// {abi, bytecode}, and does nothing where they are newer than the sources and this script.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const [source, output] = process.argv.slice(2).map((folder) => resolve(folder))
const script = fileURLToPath(import.meta.url)
const files = readdirSync(source).filter((name) => name.endsWith('.sol')).sort()
const stamp = join(output, '.compiled')
const newest = Math.max(...files.map((name) => statSync(join(source, name)).mtimeMs), statSync(script).mtimeMs)

if (!existsSync(stamp) || statSync(stamp).mtimeMs < newest) {
  const solc = createRequire(import.meta.url)('solc')
  const input = {
    language: 'Solidity',
    sources: Object.fromEntries(files.map((name) => [name, { content: readFileSync(join(source, name), 'utf8') }])),
    settings: {
      // The oldest rules that all chains of today understand.
      evmVersion: 'paris',
      optimizer: { enabled: true, runs: 10000 },
      // The same code from every machine.
      metadata: { bytecodeHash: 'none', appendCBOR: false },
      outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } },
    },
  }
  const compiled = JSON.parse(solc.compile(JSON.stringify(input)))
  for (const message of compiled.errors ?? []) {
    console.error(message.formattedMessage)
  }
  // A warning is a fault in what moves money.
  if (compiled.errors?.length > 0) {
    process.exit(1)
  }
  mkdirSync(output, { recursive: true })
  for (const contracts of Object.values(compiled.contracts)) {
    for (const [name, contract] of Object.entries(contracts)) {
      const bytecode = contract.evm.bytecode.object
      if (bytecode !== '') {
        writeFileSync(join(output, name + '.json'), JSON.stringify({ abi: contract.abi, bytecode: '0x' + bytecode }))
      }
    }
  }
  writeFileSync(stamp, '')
}
