// Watches Media Source Extensions from beneath the players, so that what they buffered is told by the browser and not
// by them. Must be loaded before any of them.

const sources = []

const addSourceBuffer = MediaSource.prototype.addSourceBuffer
MediaSource.prototype.addSourceBuffer = function (type) {
  const buffer = addSourceBuffer.call(this, type)
  sources.push({ owner: this, type, buffer })
  return buffer
}

const changeType = SourceBuffer.prototype.changeType
SourceBuffer.prototype.changeType = function (type) {
  changeType.call(this, type)
  const source = sources.find((each) => each.buffer === this)
  if (source) source.type = type
}

// A buffer that its player removed again throws when it is asked.
const isInUse = ({ owner, buffer }) => owner.readyState !== 'closed' && [...owner.sourceBuffers].includes(buffer)

const toRanges = (timeRanges) =>
  Array.from({ length: timeRanges.length }, (_, i) => [timeRanges.start(i), timeRanges.end(i)])

/** What lies in the buffers of one kind, 'video' or 'audio': their MIME types and ranges in seconds. */
export const buffered = (kind) =>
  sources
    .filter((source) => source.type.startsWith(kind) && isInUse(source))
    .map(({ type, buffer }) => ({ type, ranges: toRanges(buffer.buffered) }))
