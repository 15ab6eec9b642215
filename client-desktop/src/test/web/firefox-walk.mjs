// Clicks through the wallet's page in Firefox over WebDriver BiDi, and tells at the end what the page says.
//   node firefox-walk.mjs JOB.json
// JOB: {packages, executable, profile, link, provider, wallet, picture}: a folder with puppeteer-core in its
// node_modules, the browser, an empty folder, the page's link, the wallet's script, where its requests go, a PNG to write
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const LAUNCH_MILLIS = 120_000
const STEP_MILLIS = 60_000
const BETWEEN_LOOKS_MILLIS = 100

const job = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const found = createRequire(join(job.packages, 'package.json')).resolve('puppeteer-core')
const { default: puppeteer } = await import(pathToFileURL(found))

const browser = await puppeteer.launch({
  browser: 'firefox',
  protocol: 'webDriverBiDi',
  executablePath: job.executable,
  userDataDir: job.profile,
  headless: true,
  timeout: LAUNCH_MILLIS,
  protocolTimeout: LAUNCH_MILLIS,
  extraPrefsFirefox: {
    'app.update.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
  },
})

try {
  const page = await browser.newPage()
  page.setDefaultTimeout(STEP_MILLIS)
  const complaints = []
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  let sent
  const isSent = new Promise((resolve) => { sent = resolve })
  await page.exposeFunction('slipwayTestWallet', async (request) => {
    const answer = await (await fetch(job.wallet, { method: 'POST', body: request })).text()
    if (JSON.parse(request).method === 'eth_sendTransaction') sent()
    return answer
  })
  await page.evaluateOnNewDocument(readFileSync(job.provider, 'utf8'))

  // puppeteer's own ways to wait and click run text as a program, which the page's policy forbids since Firefox 140.12.
  const seen = async (selector) => {
    const end = Date.now() + STEP_MILLIS
    while (Date.now() < end) {
      const place = await page.evaluate((wanted) => {
        const element = document.querySelector(wanted)
        if (!element || element.disabled) return null
        element.scrollIntoView({ block: 'center' })
        const box = element.getBoundingClientRect()
        return box.width > 0 ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null
      }, selector).catch((error) => {
        if (!/navigat|context|realm|frame/i.test(String(error))) throw error
        return null
      })
      if (place) return place
      await new Promise((resolve) => { setTimeout(resolve, BETWEEN_LOOKS_MILLIS) })
    }
    throw new Error(`${selector} did not come up`)
  }
  const click = async (selector) => {
    const place = await seen(selector)
    await page.mouse.click(place.x, place.y)
  }
  await page.goto(job.link)
  await click('#wallet-0')
  await click('#switch')
  await click('#sign')
  await seen('#step-sign .note.warn')
  await click('#sign')
  await seen('#step-sign.done')
  await seen('#pay')
  await page.reload()
  await click('#pay')
  await isSent
  await page.reload()
  await seen('#step-pay.done')
  await page.screenshot({ path: job.picture, fullPage: true })
  const lead = await page.evaluate(() => document.querySelector('#lead').textContent)
  console.log(JSON.stringify({ browser: await browser.version(), lead, complaints }))
} finally {
  await browser.close()
}
