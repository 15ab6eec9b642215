// Drives one browser over WebDriver BiDi through the scenes it is given and prints one JSON object a line for each.
//   node driver.mjs JOB.json
// JOB: {browser: 'chromium' | 'firefox', executable, profile, page, scenes: [{name, ...}]}
import { readFileSync } from 'node:fs'
import puppeteer from 'puppeteer-core'

// A scene lasts some 20 s; where it waits in vain, for 40, it tells so itself.
const SCENE_MILLIS = 180_000
const LAUNCH_MILLIS = 120_000

// Of a scene that never told what happened.
const NOTHING = {
  version: '', duration: 0, switches: [], longestStillMillis: 0, endedAt: 0, framesAfterJump: 0, errors: [],
}

const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
]

const FIREFOX_PREFERENCES = {
  'media.autoplay.default': 0,
  'media.autoplay.blocking_policy': 0,
  'app.update.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
}

const launch = ({ browser, executable, profile }) =>
  puppeteer.launch({
    browser: browser === 'firefox' ? 'firefox' : 'chrome',
    protocol: 'webDriverBiDi',
    executablePath: executable,
    userDataDir: profile,
    headless: true,
    timeout: LAUNCH_MILLIS,
    protocolTimeout: SCENE_MILLIS,
    args: browser === 'firefox' ? [] : CHROMIUM_ARGUMENTS,
    extraPrefsFirefox: FIREFOX_PREFERENCES,
  })

/** A machine that stood still meanwhile lets every clock run out at once; so once more. */
const launchPatiently = async (job) => {
  try {
    return await launch(job)
  } catch (error) {
    console.error(`a second try, after: ${error.message}`)
    return await launch(job)
  }
}

/** A page that never answers says nothing about the film, so it is opened once more; one that answers is believed. */
const play = async (browser, address, scene, tries = 2) => {
  const page = await browser.newPage()
  page.setDefaultTimeout(SCENE_MILLIS)
  const complaints = []
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.stack ?? error.message}`))
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // A player that seeks gives up what it was loading.
    if (!/ABORTED/.test(reason)) complaints.push(`failed: ${request.url()} ${reason}`)
  })
  try {
    await page.goto(address)
    await page.waitForFunction(() => 'rehearse' in globalThis)
    return { name: scene.name, complaints, ...(await page.evaluate((each) => globalThis.rehearse(each), scene)) }
  } catch (error) {
    if (tries > 1) return await play(browser, address, scene, tries - 1)
    return { name: scene.name, complaints, ...NOTHING, failure: `the page did not answer: ${error.message}` }
  } finally {
    await closed(page)
  }
}

/** What was played is judged; a browser that is slow to put a page away changes nothing of it. */
const closed = async (page) => {
  try {
    await page.close()
  } catch (error) {
    console.error(`a page did not close: ${error.message}`)
  }
}

const job = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const browser = await launchPatiently(job)
try {
  console.log(JSON.stringify({ browser: await browser.version() }))
  for (const scene of job.scenes) console.log(JSON.stringify(await play(browser, job.page, scene)))
} finally {
  await browser.close()
}
