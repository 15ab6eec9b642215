// Buttons, volume, time, the state classes of the player, and hiding the controls while nobody moves.
import { clock } from './clock.js';

const IDLE_AFTER_MS = 2500;

/** @returns what the keyboard may ask for as well */
export function addControls(player, video) {
  const actions = {
    togglePlay: () => {
      if (video.paused) {
        // A refused start leaves the picture paused, which the state classes show.
        video.play().catch(() => showState(player, video));
      } else {
        video.pause();
      }
    },
    toggleMute: () => {
      video.muted = !video.muted;
    },
    toggleFull: () => (document.fullscreenElement ? document.exitFullscreen() : enterFull(player, video)),
    changeVolume: (by) => {
      video.muted = false;
      video.volume = Math.min(1, Math.max(0, video.volume + by));
    },
    seekBy: (seconds) => {
      const end = Number.isFinite(video.duration) ? video.duration : 0;
      video.currentTime = Math.min(end, Math.max(0, video.currentTime + seconds));
    },
  };
  const press = (action, listener) => {
    player.querySelectorAll(`[data-action="${action}"]`).forEach((button) => button.addEventListener('click', listener));
  };
  press('play', actions.togglePlay);
  press('mute', actions.toggleMute);
  press('full', actions.toggleFull);
  video.addEventListener('click', actions.togglePlay);
  video.addEventListener('dblclick', actions.toggleFull);
  followVideo(player, video);
  addVolume(player, video);
  hideWhenIdle(player, video);
  return actions;
}

function enterFull(player, video) {
  if (player.requestFullscreen) {
    player.requestFullscreen();
  } else if (video.webkitEnterFullscreen) {
    // Phones of one maker let only the video itself fill the screen.
    video.webkitEnterFullscreen();
  }
}

function showState(player, video) {
  player.classList.toggle('paused', video.paused);
  player.classList.toggle('silent', video.muted || video.volume === 0);
  if (!video.paused) {
    player.classList.add('started');
  }
}

function followVideo(player, video) {
  const time = player.querySelector('.player-time');
  const showTime = () => {
    time.textContent = `${clock(video.currentTime)} / ${clock(video.duration)}`;
  };
  ['play', 'pause', 'ended', 'volumechange'].forEach((event) => {
    video.addEventListener(event, () => showState(player, video));
  });
  ['timeupdate', 'durationchange', 'seeking'].forEach((event) => video.addEventListener(event, showTime));
  ['waiting', 'seeking'].forEach((event) => video.addEventListener(event, () => player.classList.add('waiting')));
  ['playing', 'seeked', 'canplay', 'pause'].forEach((event) => {
    video.addEventListener(event, () => player.classList.remove('waiting'));
  });
  showState(player, video);
}

function addVolume(player, video) {
  const slider = player.querySelector('.player-volume');
  slider.addEventListener('input', () => {
    video.muted = false;
    video.volume = slider.valueAsNumber;
  });
  video.addEventListener('volumechange', () => {
    slider.value = video.muted ? 0 : video.volume;
    slider.style.setProperty('--level', `${slider.value * 100}%`);
  });
}

function hideWhenIdle(player, video) {
  let timer = 0;
  const wake = () => {
    clearTimeout(timer);
    player.classList.remove('idle');
    timer = setTimeout(() => {
      const inUse = player.querySelector('.player-controls :focus-visible, .player-menu:not([hidden])');
      if (!video.paused && !inUse) {
        player.classList.add('idle');
      }
    }, IDLE_AFTER_MS);
  };
  ['pointermove', 'pointerdown', 'keydown', 'focusin'].forEach((event) => player.addEventListener(event, wake));
  ['play', 'pause'].forEach((event) => video.addEventListener(event, wake));
}
