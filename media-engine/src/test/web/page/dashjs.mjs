import '/npm/dashjs/dist/modern/umd/dash.all.min.js'

const { MediaPlayer } = globalThis.dashjs

// Seconds. dash.js never gives up what it holds of a better rung, so it may hold little or a step down shows late.
const AHEAD = 2

/** dash.js. It switches within one adaptation set, which is one codec; with a codec named it begins with that one. */
export const open = async (video, address, { codec, lineBits }, errors) => {
  const player = MediaPlayer().create()
  const initialized = new Promise((resolve) => player.on(MediaPlayer.events.STREAM_INITIALIZED, resolve))
  player.on(MediaPlayer.events.ERROR, ({ error }) => errors.push(`dash.js: ${error.code} ${error.message}`))
  player.initialize()
  player.updateSettings({
    debug: { logLevel: 0 },
    streaming: {
      buffer: { bufferTimeDefault: AHEAD, bufferTimeAtTopQuality: AHEAD },
      abr: { initialBitrate: { video: lineBits / 1000 } },
    },
  })
  if (codec) {
    const fits = (track) => track.type !== 'video' || track.codec.includes(codec)
    player.setCustomInitialTrackSelectionFunction((tracks) => tracks.filter(fits))
  }
  player.attachView(video)
  player.setAutoPlay(false)
  player.attachSource(address)
  await initialized
  return {
    version: player.getVersion(),
    force: (height) => {
      player.updateSettings({ streaming: { abr: { autoSwitchBitrate: { video: false } } } })
      const wanted = player.getRepresentationsByType('video').find((rung) => rung.height === height)
      player.setRepresentationForTypeById('video', wanted.id)
    },
    showSubtitles: () => {
      player.enableText(true)
      player.setTextTrack(0)
    },
  }
}
