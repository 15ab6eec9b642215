// Says to screen readers what happened, and shows it for a while to everybody.
import { el } from './dom.js';

const SHOWN_MS = 6000;
const line = document.getElementById('said');

/** For the ear alone. */
export function announce(text) {
  // The same sentence twice is two events.
  line.textContent = '';
  requestAnimationFrame(() => {
    line.textContent = text;
  });
}

/** For ear and eye: a note at the foot of the page, which goes by itself. */
export function tell(text) {
  announce(text);
  document.querySelectorAll('.told').forEach((note) => note.remove());
  const note = el('p', { class: 'told', 'aria-hidden': 'true' }, text);
  document.body.append(note);
  setTimeout(() => note.remove(), SHOWN_MS);
}
