import Hls from '/npm/hls.js/dist/hls.mjs'

// Told whenever time stood still for a quarter of a second on the wall, which a busy machine alone brings about. The
// test takes the film's pulse itself.
const WATCHDOG = [Hls.ErrorDetails.BUFFER_STALLED_ERROR, Hls.ErrorDetails.BUFFER_NUDGE_ON_STALL]

/** hls.js. With a codec named, its levels are cut down to those of it, as in a browser that knows no other. */
export const open = async (video, address, { codec, lineBits }, errors) => {
  const hls = new Hls({ abrEwmaDefaultEstimate: lineBits })
  hls.on(Hls.Events.ERROR, (_, { fatal, details, error }) => {
    if (fatal || !WATCHDOG.includes(details)) errors.push(`hls.js: ${details} ${error} fatal=${fatal}`)
  })
  hls.on(Hls.Events.MANIFEST_PARSED, () => {
    for (let i = hls.levels.length - 1; i >= 0; i--) {
      if (codec && !hls.levels[i].videoCodec.startsWith(codec)) hls.removeLevel(i)
    }
  })
  const loaded = new Promise((resolve) => hls.once(Hls.Events.LEVEL_LOADED, resolve))
  hls.loadSource(address)
  hls.attachMedia(video)
  await loaded
  return {
    version: Hls.version,
    force: (height, family) => {
      hls.nextLevel = hls.levels.findIndex((level) => level.height === height && level.videoCodec.startsWith(family))
    },
    showSubtitles: () => {
      hls.subtitleTrack = 0
      hls.subtitleDisplay = true
    },
  }
}
