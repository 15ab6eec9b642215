// The film of a case and its frames in a row: a click or a key jumps to the moment of a frame.
import { clock } from '../player/clock.js';
import { openStream } from '../player/stream.js';
import { loadThumbnails } from '../player/thumbnails.js';
import { el, fill, here, icon } from './dom.js';
import { say } from './texts.js';

const SEEK_SECONDS = 5;
const SPEEDS = [1, 1.5, 2];

/**
 * @param {{playlistUrl: ?string, posterUrl: ?string, thumbnailsUrl: ?string, strip: ?{micros: number, url: string}[]}} media
 * @returns {{element: Element, close: () => void, keys: Object[]}}
 */
export function player(media) {
  const playlist = here(media?.playlistUrl);
  if (!playlist) {
    return { element: nothing(media), close: () => {}, keys: [] };
  }
  const video = el('video', {
    controls: true, playsinline: true, preload: 'metadata', poster: here(media.posterUrl), 'aria-label': say('case.player'),
  });
  const problem = el('div', { class: 'film-problem', role: 'alert', hidden: true });
  const strip = el('div', { class: 'strip', role: 'group', 'aria-label': say('case.strip'), hidden: true });
  const onProblem = (kind, detail) => {
    problem.hidden = false;
    fill(problem, el('p', {}, say('case.no-media')), el('small', {}, `${kind} ${detail}`));
  };
  const stream = openStream(video, playlist, onProblem);
  const frames = addStrip(strip, video, media);
  return {
    element: el('div', { class: 'film' }, el('div', { class: 'film-picture' }, video, problem), strip),
    close: () => {
      video.pause();
      stream.then((opened) => opened?.close());
    },
    keys: keysOf(video, frames),
  };
}

function nothing(media) {
  const poster = here(media?.posterUrl);
  return el('div', { class: 'film' }, el('div', { class: 'film-picture empty' },
    poster ? el('img', { src: poster, alt: '' }) : icon('film'),
    el('p', {}, el('strong', {}, say('case.no-media')), el('br'), say('case.no-media.next'))));
}

/** @returns {{step: (by: number) => void}} */
function addStrip(strip, video, media) {
  let frames = [];
  let buttons = [];
  const now = () => frames.findLastIndex((frame) => frame.start <= video.currentTime + 0.01);
  const go = (index) => {
    video.currentTime = frames[index].start;
    buttons[index].scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const mark = () => buttons.forEach((each, index) =>
    index === now() ? each.setAttribute('aria-current', 'true') : each.removeAttribute('aria-current'));
  const loading = framesOf(media);
  if (loading) {
    loading.then((loaded) => {
      frames = loaded;
      buttons = frames.map((frame, index) => frameButton(frame, () => go(index)));
      fill(strip, buttons);
      strip.hidden = frames.length === 0;
      mark();
    });
    ['timeupdate', 'seeking'].forEach((event) => video.addEventListener(event, mark));
  }
  return {
    step: (by) => {
      if (frames.length > 0) {
        go(Math.min(frames.length - 1, Math.max(0, now() + by)));
      }
    },
  };
}

/** Rather the pictures that the server took itself: the author chose what the sheet shows. */
function framesOf(media) {
  const taken = (media.strip ?? []).map(({ micros, url }) => ({ start: micros / 1e6, url: here(url) })).filter((frame) => frame.url);
  if (taken.length > 0) {
    return Promise.resolve(taken);
  }
  const sheet = here(media.thumbnailsUrl);
  return sheet ? loadThumbnails(sheet) : null;
}

function pictureOf(frame) {
  if (frame.url) {
    return el('img', { class: 'strip-frame', src: frame.url, alt: '', height: 90 });
  }
  const picture = el('span', { class: 'strip-frame' });
  picture.style.width = `${frame.width}px`;
  picture.style.height = `${frame.height}px`;
  picture.style.backgroundImage = `url("${encodeURI(frame.sheet)}")`;
  picture.style.backgroundPosition = `-${frame.x}px -${frame.y}px`;
  return picture;
}

function frameButton(frame, jump) {
  const moment = clock(frame.start);
  return el('button', { type: 'button', 'aria-label': say('case.frame', moment), on: { click: jump } },
    pictureOf(frame), el('span', { class: 'time' }, moment));
}

function keysOf(video, frames) {
  const seek = (by) => {
    video.currentTime = Math.max(0, video.currentTime + by);
  };
  return [
    { keys: [' '], say: 'keys.play', run: () => (video.paused ? video.play().catch(() => {}) : video.pause()) },
    { keys: ['ArrowLeft'], say: 'keys.seek-back', run: () => seek(-SEEK_SECONDS) },
    { keys: ['ArrowRight'], say: 'keys.seek-on', run: () => seek(SEEK_SECONDS) },
    { keys: ['['], say: 'keys.frame-back', run: () => frames.step(-1) },
    { keys: [']'], say: 'keys.frame-on', run: () => frames.step(1) },
    { keys: ['m'], say: 'keys.mute', run: () => { video.muted = !video.muted; } },
    {
      keys: ['s'],
      say: 'keys.speed',
      run: () => { video.playbackRate = SPEEDS[(SPEEDS.indexOf(video.playbackRate) + 1) % SPEEDS.length]; },
    },
  ];
}
