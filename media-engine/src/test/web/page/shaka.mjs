import '/npm/shaka-player/dist/shaka-player.compiled.js'

const { Player, polyfill } = globalThis.shaka

// Seconds of the old rung that stay in the buffer at a switch, so that nothing stalls while the new one loads.
const SAFE_MARGIN = 2

/** Shaka Player. It keeps one codec and drops the others when it loads; a named codec is the one it keeps. */
export const open = async (video, address, { codec, lineBits }, errors) => {
  polyfill.installAll()
  const player = new Player()
  player.addEventListener('error', ({ detail }) => errors.push(`Shaka: ${detail.code} ${detail.data}`))
  await player.attach(video)
  player.configure({ abr: { defaultBandwidthEstimate: lineBits } })
  if (codec) player.configure({ preferredVideo: [{ codec }] })
  await player.load(address)
  return {
    version: Player.version,
    force: (height) => {
      player.configure({ abr: { enabled: false } })
      const { audioCodec } = player.getVariantTracks().find((track) => track.active)
      const fits = (track) => track.height === height && track.audioCodec === audioCodec
      player.selectVariantTrack(player.getVariantTracks().find(fits), true, SAFE_MARGIN)
    },
    showSubtitles: () => player.selectTextTrack(player.getTextTracks()[0]),
  }
}
