// One way to play a master playlist, whether the browser needs hls.js for it or not.

const WORKER = '/assets/hls/hls.worker.js';
/** Families in the order of preference: the smaller files first. Players never switch between them. */
const FAMILIES = ['av01', 'vp09', 'avc1'];

/**
 * @param {(kind: 'network'|'decode'|'unsupported', detail: string) => void} onProblem called when play cannot go on
 * @returns {Promise<?{rungs: {index: number, label: string}[], selected: () => number, chosen: () => string,
 *   select: (index: number) => void, subtitles: () => {index: number, label: string}[], subtitle: () => number,
 *   showSubtitle: (index: number) => void, onChange: (listener: () => void) => void, close: () => void}>}
 *   null where the browser plays by itself or not at all; index -1 means automatic, or no subtitles
 */
export async function openStream(video, master, onProblem) {
  if ('MediaSource' in window || 'ManagedMediaSource' in window) {
    const { default: Hls } = await import('/assets/hls/hls.min.mjs');
    if (Hls.isSupported()) {
      return openWithHls(Hls, video, master, onProblem);
    }
  }
  if (video.canPlayType('application/vnd.apple.mpegurl')) {
    video.addEventListener('error', () => onProblem('decode', video.error ? video.error.message : ''));
    video.src = master;
  } else {
    onProblem('unsupported', '');
  }
  return null;
}

function openWithHls(Hls, video, master, onProblem) {
  const hls = new Hls({
    workerPath: WORKER,
    capLevelToPlayerSize: true,
    // Until something was measured: enough for 1080 lines at the default recipe.
    abrEwmaDefaultEstimate: 2_500_000,
  });
  reportProblems(Hls, hls, onProblem);
  return new Promise((resolve) => {
    hls.once(Hls.Events.MANIFEST_PARSED, () => {
      keepOneFamily(hls);
      resolve(controls(Hls, hls));
    });
    hls.loadSource(master);
    hls.attachMedia(video);
  });
}

function reportProblems(Hls, hls, onProblem) {
  let recoveries = 0;
  hls.on(Hls.Events.ERROR, (_, data) => {
    if (!data.fatal) {
      return;
    }
    if (data.type === Hls.ErrorTypes.MEDIA_ERROR && recoveries < 2) {
      recoveries += 1;
      hls.recoverMediaError();
      return;
    }
    const status = data.response && data.response.code ? ` (HTTP ${data.response.code})` : '';
    onProblem(data.type === Hls.ErrorTypes.NETWORK_ERROR ? 'network' : 'decode', data.details + status);
    hls.stopLoad();
  });
}

function keepOneFamily(hls) {
  const familyOf = (level) => FAMILIES.find((family) => (level.videoCodec || '').startsWith(family));
  const best = FAMILIES.find((family) => hls.levels.some((level) => familyOf(level) === family));
  for (let index = hls.levels.length - 1; index >= 0; index -= 1) {
    if (familyOf(hls.levels[index]) !== best) {
      hls.removeLevel(index);
    }
  }
}

function controls(Hls, hls) {
  const lines = (level) => Math.min(level.width, level.height);
  const events = [Hls.Events.LEVEL_SWITCHED, Hls.Events.SUBTITLE_TRACKS_UPDATED, Hls.Events.SUBTITLE_TRACK_SWITCH];
  return {
    rungs: hls.levels
      .map((level, index) => ({ index, label: `${lines(level)}p`, lines: lines(level) }))
      .sort((a, b) => b.lines - a.lines),
    selected: () => (hls.autoLevelEnabled ? -1 : hls.manualLevel),
    chosen: () => (hls.currentLevel < 0 ? '' : `${lines(hls.levels[hls.currentLevel])}p`),
    // A paused picture changes at once. A playing one changes at the next segment: dropping what is under the play head
    // would leave the picture standing until then. Going back to automatic need not interrupt either.
    select: (index) => {
      if (index < 0) {
        hls.loadLevel = -1;
      } else if (hls.media?.paused) {
        hls.currentLevel = index;
      } else {
        hls.nextLevel = index;
      }
    },
    subtitles: () => hls.subtitleTracks.map((track, index) => ({ index, label: languageName(track) })),
    subtitle: () => hls.subtitleTrack,
    showSubtitle: (index) => {
      hls.subtitleDisplay = index >= 0;
      hls.subtitleTrack = index;
    },
    onChange: (listener) => events.forEach((event) => hls.on(event, listener)),
    close: () => hls.destroy(),
  };
}

function languageName(track) {
  try {
    return new Intl.DisplayNames([document.documentElement.lang], { type: 'language' }).of(track.lang) || track.name;
  } catch (notALanguageTag) {
    return track.name;
  }
}
