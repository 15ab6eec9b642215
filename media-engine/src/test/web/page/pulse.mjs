// Takes the pulse of a video element: how long its time stood still, what it complained of, whether it was heard.

const EVERY_MS = 50
const SILENCE = 1e-3
const EAR_OPENS_MS = 1000

/**
 * An ear on the element's sound: tells whether anything above silence is heard at this moment. There is none, and null
 * instead of it, in a Firefox on a machine without a sound device, whose audio graphs never start.
 */
export const listen = async (video) => {
  const context = new AudioContext()
  await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, EAR_OPENS_MS))])
  if (context.state !== 'running') return null
  const analyser = context.createAnalyser()
  context.createMediaElementSource(video).connect(analyser).connect(context.destination)
  const wave = new Float32Array(analyser.fftSize)
  return () => {
    analyser.getFloatTimeDomainData(wave)
    return wave.some((sample) => Math.abs(sample) > SILENCE)
  }
}

/**
 * @param {HTMLVideoElement} video
 * @param hears what `listen` made, or null
 */
export const takePulse = (video, hears) => {
  const errors = []
  let lastTime = 0
  let stillBeats = 0
  let longestStill = 0
  const beats = { moving: 0, heard: hears ? 0 : null }

  const feel = () => {
    const moved = video.currentTime !== lastTime
    const shouldMove = !video.paused && !video.ended && !video.seeking
    stillBeats = moved || !shouldMove ? 0 : stillBeats + 1
    longestStill = Math.max(longestStill, stillBeats)
    if (moved && shouldMove) {
      beats.moving++
      if (hears?.()) beats.heard++
    }
    lastTime = video.currentTime
  }
  const timer = setInterval(feel, EVERY_MS)
  video.addEventListener('error', () => errors.push(`video element: ${video.error?.code} ${video.error?.message}`))

  return {
    errors,
    beats,
    /**
     * Milliseconds of the longest standstill since the last call, while time should have moved. They are counted in
     * beats: on a machine that is too busy the beats come late too, and that is no stall of ours.
     */
    takeLongestStill: () => {
      const taken = longestStill * EVERY_MS
      longestStill = 0
      stillBeats = 0
      return taken
    },
    frames: () => {
      const { totalVideoFrames, droppedVideoFrames } = video.getVideoPlaybackQuality()
      return { decoded: totalVideoFrames, dropped: droppedVideoFrames }
    },
    stop: () => clearInterval(timer),
  }
}

/**
 * Resolves when the condition holds; rejects with what it waited for and what there was instead. The seconds are counted
 * in looks, as standstills are in beats: a page that gets no processor waits no less often.
 */
export const until = (what, condition, seconds, state) =>
  new Promise((resolve, reject) => {
    let looks = (seconds * 1000) / EVERY_MS
    const look = () => {
      if (condition()) resolve()
      else if (looks-- <= 0) reject(new Error(`waited ${seconds} s for ${what}; ${state()}`))
      else setTimeout(look, EVERY_MS)
    }
    look()
  })
