// Plays one film in one player the way a demanding viewer would, and reports what happened as plain numbers. Judging
// them is the test's business.
import { buffered } from './buffers.mjs'
import { listen, takePulse, until } from './pulse.mjs'

const PATIENCE_SECONDS = 40
// Bits per second that the players are told to expect, so that each begins with the top rung.
const LINE_BITS = 50e6
const PRESSES = 5
const PLAYERS = { 'hls.js': './hlsjs.mjs', 'dash.js': './dashjs.mjs', Shaka: './shaka.mjs' }

/**
 * @param scene {player, address, codec or null, heights: forced one after the other, subtitles: a line that must be
 *   shown, or null}
 * @returns what happened; `failure` tells where it stopped, if it did
 */
globalThis.rehearse = async (scene) => {
  const video = document.querySelector('video')
  const pulse = takePulse(video, await listen(video))
  const nothing = { version: '', duration: 0, switches: [], longestStillMillis: 0, endedAt: 0, framesAfterJump: 0 }
  const report = { ...nothing, errors: pulse.errors }
  const rehearsal = { scene, video, pulse, report, wait: waiting(video, pulse) }
  try {
    const { open } = await import(PLAYERS[scene.player])
    rehearsal.player = await open(video, scene.address, { ...scene, lineBits: LINE_BITS }, pulse.errors)
    await begin(rehearsal)
    for (const height of scene.heights) await change(rehearsal, height)
    if (scene.subtitles) await read(rehearsal)
    await jumpToTheEnd(rehearsal)
    await jumpBack(rehearsal)
  } catch (error) {
    report.failure = String(error)
  }
  report.beats = pulse.beats
  report.frames = pulse.frames()
  pulse.stop()
  return report
}

/** What is on the screen and in the buffers at this moment. */
const look = ({ videoHeight }) => ({ height: videoHeight, video: buffered('video'), audio: buffered('audio') })

const waiting = (video, pulse) => {
  const state = () =>
    `time ${video.currentTime}, ready ${video.readyState}, ${JSON.stringify(look(video))}, ` +
    `errors ${JSON.stringify(pulse.errors)}`
  return (what, condition) => until(what, condition, PATIENCE_SECONDS, state)
}

/** A player that is at work on a seek or on its end may pause the element under the press, which aborts that press. */
const pressPlay = async (video, presses = PRESSES) => {
  try {
    await video.play()
  } catch (error) {
    if (error.name !== 'AbortError' || presses === 1) throw error
    await pressPlay(video, presses - 1)
  }
}

const begin = async ({ scene, video, player, pulse, report, wait }) => {
  report.version = player.version
  // Before that a player may still be attaching its source, which aborts a play that was asked for.
  await wait('something to play', () => video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA)
  await pressPlay(video)
  await wait('the first second', () => video.currentTime > 1)
  pulse.takeLongestStill()
  report.duration = video.duration
  report.begun = look(video)
  if (scene.subtitles) player.showSubtitles()
}

/** A rung is taken when its pictures are on the screen: the element's own size is that of the picture it shows. */
const change = async ({ video, player, report, wait }, height) => {
  const asked = video.currentTime
  player.force(height, /codecs="?(\w+)/.exec(report.begun.video[0].type)[1])
  await wait(`rung ${height}`, () => video.videoHeight === height)
  const seen = video.currentTime
  await wait(`a second of rung ${height}`, () => video.currentTime > seen + 1)
  report.switches.push({ asked, seen, shown: look(video) })
}

/** Shaka draws its lines into an element of its own where it has one; here all use the browser's text tracks. */
const read = async ({ scene, video, wait }) => {
  const shown = () =>
    [...video.textTracks].some(
      ({ mode, activeCues }) => mode === 'showing' && [...(activeCues ?? [])].some((cue) => cue.text === scene.subtitles),
    )
  await wait(`the subtitle '${scene.subtitles}'`, shown)
}

const jumpToTheEnd = async ({ video, pulse, report, wait }) => {
  // Past one join of segments at least, also where no rung was forced.
  await wait('the second segment', () => video.currentTime > 5)
  report.longestStillMillis = pulse.takeLongestStill()
  video.currentTime = video.duration - 2.5
  // On a machine with far too much to do, dash.js was once seen to show the last picture and never tell the end.
  await wait('the end', () => video.ended || video.currentTime >= video.duration)
  report.endedAt = video.currentTime
  report.atEnd = look(video)
}

const jumpBack = async ({ video, pulse, report, wait }) => {
  const before = pulse.frames().decoded
  video.currentTime = 0.5
  await pressPlay(video)
  pulse.takeLongestStill()
  await wait('the beginning again', () => !video.seeking && video.currentTime > 1.5 && video.currentTime < 5)
  report.framesAfterJump = pulse.frames().decoded - before
  report.longestStillMillis = Math.max(report.longestStillMillis, pulse.takeLongestStill())
}
