// Keys work while the player or nothing in particular has the focus, and never while somebody types.

const SEEK_SECONDS = 5;
const VOLUME_STEP = 0.1;

export function addKeyboard(player, video, actions) {
  const keys = {
    ' ': actions.togglePlay,
    k: actions.togglePlay,
    m: actions.toggleMute,
    f: actions.toggleFull,
    ArrowLeft: () => actions.seekBy(-SEEK_SECONDS),
    ArrowRight: () => actions.seekBy(SEEK_SECONDS),
    ArrowUp: () => actions.changeVolume(VOLUME_STEP),
    ArrowDown: () => actions.changeVolume(-VOLUME_STEP),
  };
  document.addEventListener('keydown', (event) => {
    const action = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    if (!action || modified || belongsToTarget(event, player)) {
      return;
    }
    event.preventDefault();
    action();
  });
}

function belongsToTarget(event, player) {
  const target = event.target;
  if (target === document.body || target === player || target.matches('video, .player-scrub')) {
    return false;
  }
  if (!player.contains(target)) {
    return true;
  }
  // A focused button is pressed by the space bar; a slider and an open menu move by arrows.
  return event.key === ' ' || (event.key.startsWith('Arrow') && !target.matches('.player-button'));
}
