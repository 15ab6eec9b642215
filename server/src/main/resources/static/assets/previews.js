// Plays a card's short clip while it is pointed at or focused. Nothing is loaded before, and never where motion or data
// is to be spared.

const PAUSE_BEFORE_MS = 150;
const calm = matchMedia('(prefers-reduced-motion: reduce)').matches || navigator.connection?.saveData === true;

function addPreview(card) {
  const box = card.querySelector('.card-picture');
  let timer = 0;
  let video = null;
  const begin = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      video ??= createVideo(box, card.dataset.preview);
      // The browser may refuse; then the poster simply stays.
      video.play().catch(() => video.classList.remove('showing'));
    }, PAUSE_BEFORE_MS);
  };
  const end = () => {
    clearTimeout(timer);
    video?.pause();
    video?.classList.remove('showing');
  };
  card.addEventListener('pointerenter', begin);
  card.addEventListener('pointerleave', end);
  card.addEventListener('focusin', begin);
  card.addEventListener('focusout', end);
}

function createVideo(box, address) {
  const video = document.createElement('video');
  video.muted = true;
  video.loop = true;
  video.playsInline = true;
  video.tabIndex = -1;
  video.setAttribute('aria-hidden', 'true');
  video.addEventListener('playing', () => video.classList.add('showing'));
  video.src = address;
  box.querySelector('.card-length').before(video);
  return video;
}

if (!calm) {
  document.querySelectorAll('[data-preview]').forEach(addPreview);
}
