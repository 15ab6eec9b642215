// Reads a WebVTT track whose cues name a part of a picture: sheet.webp#xywh=160,0,160,90

const TIMES = /^(?:(\d+):)?(\d\d):(\d\d\.\d{3}) --> (?:(\d+):)?(\d\d):(\d\d\.\d{3})/;
const PART = /^(.+)#xywh=(\d+),(\d+),(\d+),(\d+)$/;

/** A film without frames to show is still a film: what cannot be loaded gives an empty list. */
export async function loadThumbnails(url) {
  const reply = await fetch(url);
  return reply.ok ? parse(await reply.text(), new URL(url, location.href)) : [];
}

export function parse(text, base) {
  const seconds = (hours, minutes, rest) => Number(hours || 0) * 3600 + Number(minutes) * 60 + Number(rest);
  return text.split(/\r?\n\r?\n/).flatMap((block) => {
    const [times, part] = block.split(/\r?\n/).slice(-2).map((line) => line.trim());
    const time = TIMES.exec(times);
    const place = PART.exec(part || '');
    if (!time || !place) {
      return [];
    }
    const [x, y, width, height] = place.slice(2).map(Number);
    return [{
      start: seconds(time[1], time[2], time[3]),
      end: seconds(time[4], time[5], time[6]),
      sheet: new URL(place[1], base).href,
      x, y, width, height,
    }];
  });
}

export function frameAt(frames, seconds) {
  return frames.find((frame) => frame.start <= seconds && seconds < frame.end) || frames[frames.length - 1];
}
