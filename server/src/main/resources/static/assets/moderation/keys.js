// One key, one act. Keys belong to the page while nobody types, and are listed by the question mark.
import { button, el } from './dom.js';
import { say } from './texts.js';

/** Where the letters of other alphabets lie, their place on the keyboard counts: "p" is also "з". */
const PLACES = { BracketLeft: '[', BracketRight: ']', Slash: '/' };
const SHOWN = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', ' ': '␣', Escape: 'Esc' };

let bound = [];
let general = [];

/**
 * Replaces the keys of the page before.
 * @param {{keys: string[], say: string, run: (event: KeyboardEvent) => void}[]} entries `say` is the key of a text
 */
export function bind(entries) {
  bound = entries;
}

/** Keys that work on every page. Begins to listen. */
export function bindGeneral(entries) {
  general = entries;
  document.addEventListener('keydown', onKey);
}

/** As a key is shown. */
export function shown(key) {
  return SHOWN[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

/** Shows what the keys do here. */
export function showKeys() {
  const rows = [...bound, ...general].map((entry) => [
    el('dt', {}, entry.keys.map((key) => el('kbd', {}, shown(key)))),
    el('dd', {}, say(entry.say)),
  ]);
  const dialog = el('dialog', { class: 'sheet', 'aria-labelledby': 'keys-title' },
    el('h2', { id: 'keys-title' }, say('keys.title')),
    el('dl', { class: 'keys' }, rows),
    button(say('keys.close'), () => dialog.close()));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function onKey(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) {
    return;
  }
  const key = meant(event);
  const entry = [...bound, ...general].find((candidate) => candidate.keys.includes(key));
  if (entry) {
    event.preventDefault();
    entry.run(event);
  }
}

function meant(event) {
  if (event.key.length > 1 || !/\p{Script=Cyrillic}|[.,]/u.test(event.key)) {
    return event.key.length === 1 ? event.key.toLowerCase() : event.key;
  }
  if (event.code === 'Slash') {
    return event.shiftKey ? '?' : '/';
  }
  const letter = /^Key([A-Z])$/.exec(event.code);
  return letter ? letter[1].toLowerCase() : PLACES[event.code] ?? event.key;
}

/** A field takes all keys, a button its own two, an open dialog everything. */
function isTaken(event) {
  if (document.querySelector('dialog[open]')) {
    return true;
  }
  const target = event.target;
  if (target.matches('input:not([type=checkbox]), textarea, select')) {
    return event.key !== 'Escape';
  }
  if (target.matches('video')) {
    return [' ', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].includes(event.key);
  }
  return target.matches('button, a, summary, input') && [' ', 'Enter'].includes(event.key);
}
