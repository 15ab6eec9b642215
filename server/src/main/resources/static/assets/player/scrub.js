// The bar that shows and sets the time, with a small frame above the pointer.
import { clock } from './clock.js';
import { frameAt, loadThumbnails } from './thumbnails.js';

export function addScrubBar(player, video, thumbnailsUrl) {
  const bar = player.querySelector('.player-scrub');
  const percent = (seconds) => `${video.duration > 0 ? (seconds / video.duration) * 100 : 0}%`;
  const showTime = () => {
    if (Number.isFinite(video.duration)) {
      bar.max = video.duration;
      bar.value = video.currentTime;
      bar.setAttribute('aria-valuetext', clock(video.currentTime));
      player.style.setProperty('--played', percent(video.currentTime));
    }
  };
  ['timeupdate', 'durationchange', 'seeking'].forEach((event) => video.addEventListener(event, showTime));
  video.addEventListener('progress', () => player.style.setProperty('--buffered', percent(bufferedEnd(video))));
  bar.addEventListener('input', () => {
    video.currentTime = bar.valueAsNumber;
  });
  if (thumbnailsUrl) {
    addThumbnails(player, bar, video, thumbnailsUrl);
  }
}

function bufferedEnd(video) {
  for (let i = 0; i < video.buffered.length; i += 1) {
    if (video.buffered.start(i) <= video.currentTime && video.currentTime <= video.buffered.end(i)) {
      return video.buffered.end(i);
    }
  }
  return 0;
}

function addThumbnails(player, bar, video, url) {
  const box = player.querySelector('.player-thumbnail');
  const picture = box.querySelector('.player-frame');
  const label = box.querySelector('.player-frame-time');
  let frames = null;
  const show = (event) => {
    // The frames are asked for when somebody first points at the bar.
    frames ??= loadThumbnails(url);
    frames.then((loaded) => {
      const edge = bar.getBoundingClientRect();
      const at = Math.min(1, Math.max(0, (event.clientX - edge.left) / edge.width)) * video.duration;
      const frame = frameAt(loaded, at);
      if (!frame) {
        return;
      }
      draw(picture, frame);
      label.textContent = clock(at);
      box.hidden = false;
      const outer = player.getBoundingClientRect();
      const left = event.clientX - outer.left - box.offsetWidth / 2;
      box.style.left = `${Math.min(outer.width - box.offsetWidth - 8, Math.max(8, left))}px`;
    });
  };
  bar.addEventListener('pointermove', show);
  bar.addEventListener('pointerleave', () => {
    box.hidden = true;
  });
}

function draw(picture, frame) {
  picture.style.width = `${frame.width}px`;
  picture.style.height = `${frame.height}px`;
  picture.style.backgroundImage = `url("${frame.sheet}")`;
  picture.style.backgroundPosition = `-${frame.x}px -${frame.y}px`;
}
