// The queue: kinds with counts, posters in a grid, moving by keys, and looking for news while somebody looks.
import { api } from './api.js';
import { card, searchable } from './card.js';
import { KINDS, open, page, pages, place } from './cases.js';
import { button, el, fill, icon, notice } from './dom.js';
import { asProblem, problemBox } from './problem.js';
import { announce } from './said.js';
import { ago, counted, named, number, say } from './texts.js';

const NEWS_EVERY_MS = 20_000;
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** @param {'open'|'closed'} state */
export function queueView(state, kind) {
  Object.assign(place, { state, kind });
  const shown = { cases: [], counts: {}, more: false, drawn: new Map(), busy: false };
  const parts = {
    tabs: el('nav', { class: 'tabs', 'aria-label': say('queue.kinds') }),
    filter: el('input', { type: 'search', class: 'field', placeholder: say('queue.filter'), 'aria-label': say('queue.filter'), 'aria-keyshortcuts': '/' }),
    grid: el('ul', { class: 'shelf cases' }),
    said: el('div', {}),
    more: button(say('queue.more'), () => more(), { hidden: true }),
  };
  const element = el('section', { class: 'queue' },
    el('div', { class: 'queue-head' }, el('h1', { tabindex: '-1' }, say(state === 'open' ? 'queue.title' : 'queue.closed')),
      states(state, kind), starter()),
    parts.tabs, parts.filter, parts.said, parts.grid, el('p', { class: 'center' }, parts.more));
  skeletons(parts.grid);
  parts.filter.addEventListener('input', () => draw(shown, parts, state, kind));

  const load = async (first) => {
    try {
      const before = new Set(shown.cases.map((one) => one.id));
      Object.assign(shown, await pages(state, kind, shown.cases.length));
      fill(parts.said);
      draw(shown, parts, state, kind);
      tellNews(first, shown.cases.filter((one) => !before.has(one.id)).length, shown.cases.length);
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (first) {
        fill(parts.grid);
        fill(parts.said, problemBox(problem, () => load(true)));
      } else {
        fill(parts.said, el('p', { class: 'muted' }, say('queue.stale')));
      }
    }
  };
  const more = async () => {
    shown.busy = true;
    parts.more.disabled = true;
    try {
      const reply = await page(state, kind, shown.cases[shown.cases.length - 1].id);
      shown.cases.push(...reply.cases);
      shown.more = reply.more;
      draw(shown, parts, state, kind);
      focusCard(parts.grid, reply.cases[0]?.id);
    } catch (thrown) {
      fill(parts.said, problemBox(asProblem(thrown)));
    } finally {
      shown.busy = false;
      parts.more.disabled = false;
    }
  };
  // A page on its way would be lost in a list that is asked for at the same time.
  const news = () => !document.hidden && !shown.busy && !document.querySelector('dialog[open]') && load(false);
  const timer = setInterval(news, NEWS_EVERY_MS);
  document.addEventListener('visibilitychange', news);

  return {
    element,
    title: say('queue.title'),
    ready: load(true).then(() => focusCard(parts.grid, place.last)),
    leave: () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', news);
    },
    keys: keysOf(parts, state, kind, shown, more),
  };
}

function keysOf(parts, state, kind, shown, more) {
  const step = (by) => {
    const links = cardLinks(parts.grid);
    const at = links.indexOf(document.activeElement);
    if (at >= 0 && at === links.length - 1 && by > 0 && shown.more) {
      more();
      return;
    }
    links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
  };
  const kinds = ['all', ...KINDS];
  return [
    { keys: ['j', 'ArrowRight'], say: 'keys.next', run: () => step(1) },
    { keys: ['k', 'ArrowLeft'], say: 'keys.previous', run: () => step(-1) },
    { keys: ['ArrowDown'], say: 'keys.down', run: () => step(columns(parts.grid)) },
    { keys: ['ArrowUp'], say: 'keys.up', run: () => step(-columns(parts.grid)) },
    { keys: ['/'], say: 'keys.filter', run: () => parts.filter.select() },
    {
      keys: [']'],
      say: 'keys.tabs',
      run: () => {
        location.hash = `#/${state}/${kinds[(kinds.indexOf(kind) + 1) % kinds.length]}`;
      },
    },
    {
      keys: ['Escape'],
      say: 'keys.queue',
      run: () => {
        parts.filter.value = '';
        parts.filter.dispatchEvent(new Event('input'));
        parts.filter.blur();
      },
    },
  ];
}

function cardLinks(grid) {
  return [...grid.querySelectorAll('.card-title a')];
}

/** How many cards stand in the first row. */
function columns(grid) {
  const cards = [...grid.children];
  return Math.max(1, cards.filter((each) => each.offsetTop === cards[0].offsetTop).length);
}

function focusCard(grid, id) {
  grid.querySelector(`[data-id="${CSS.escape(String(id))}"] .card-title a`)?.focus();
}

function tellNews(first, fresh, all) {
  if (first) {
    announce(counted('queue.count', all));
  } else if (fresh > 0) {
    announce(counted('queue.new', fresh));
  }
}

/** Cards that stay as they were keep their element, and with it the focus. */
function draw(shown, parts, state, kind) {
  drawTabs(parts.tabs, shown.counts, state, kind);
  const wanted = parts.filter.value.trim().toLocaleLowerCase();
  const cases = shown.cases.filter((one) => searchable(one).includes(wanted));
  const at = cardLinks(parts.grid).indexOf(document.activeElement);
  const focused = document.activeElement?.closest?.('.case-card')?.dataset.id;
  const drawn = new Map();
  for (const one of cases) {
    const text = JSON.stringify(one) + ago(one.openedAt);
    const before = shown.drawn.get(one.id);
    drawn.set(one.id, before?.text === text ? before : { text, element: card(one, kind === 'all') });
  }
  const elements = [...drawn.values()].map((each) => each.element);
  const stay = new Set(elements);
  [...parts.grid.children].filter((child) => !stay.has(child)).forEach((child) => child.remove());
  elements.forEach((element, index) => {
    if (parts.grid.children[index] !== element) {
      parts.grid.insertBefore(element, parts.grid.children[index] ?? null);
    }
  });
  shown.drawn = drawn;
  parts.more.hidden = !shown.more || wanted !== '';
  if (focused && !parts.grid.contains(document.activeElement)) {
    focusCard(parts.grid, focused);
  }
  if (at >= 0 && !parts.grid.contains(document.activeElement)) {
    // Somebody else decided the one that had the focus; its neighbour is where the person was.
    cardLinks(parts.grid)[Math.min(at, elements.length - 1)]?.focus();
  }
  drawEmpty(parts, cases.length, wanted, state);
}

function drawEmpty(parts, count, wanted, state) {
  if (count > 0) {
    fill(parts.said);
    return;
  }
  const text = state === 'open' ? 'queue.empty' : 'queue.closed.empty';
  const empty = wanted
    ? el('p', { class: 'muted center' }, say('queue.nothing', parts.filter.value.trim()))
    : notice(state === 'open' ? 'check' : 'film', 'h2', say(text), say(`${text}.next`));
  fill(parts.said, empty);
}

function drawTabs(nav, counts, state, kind) {
  fill(nav, ['all', ...KINDS].map((each) => el('a', {
    href: `#/${state}/${each}`,
    'aria-current': each === kind ? 'page' : null,
    data: { kind: each },
  }, say(`kind.${each}`), state === 'open' && el('span', { class: 'count time' }, ` ${number(open(counts, each))}`))));
}

function states(state, kind) {
  return el('nav', { class: 'switch', 'aria-label': say('queue.states') }, ['open', 'closed'].map((each) =>
    el('a', { href: `#/${each}/${kind}`, 'aria-current': each === state ? 'page' : null }, named('queue.state', each))));
}

/** A case by one's own motion: whoever has the address of a page can open one. */
function starter() {
  const input = el('input', { class: 'field', type: 'text', 'aria-label': say('queue.start.label'), placeholder: say('queue.start.label') });
  const said = el('div', {});
  const start = async (event) => {
    event.preventDefault();
    const id = ID.exec(input.value);
    if (!id) {
      fill(said, el('p', { class: 'wrong', role: 'alert' }, say('queue.start.wrong')));
      input.focus();
      return;
    }
    try {
      const one = await api.openCase(id[0].toLowerCase());
      location.hash = `#/case/${one.id}`;
    } catch (thrown) {
      fill(said, problemBox(asProblem(thrown)));
    }
  };
  return el('details', { class: 'starter' },
    el('summary', { class: 'button small' }, icon('plus'), say('queue.start')),
    el('form', { on: { submit: start } }, el('div', { class: 'inline' }, input,
      el('button', { class: 'button primary', type: 'submit' }, say('keys.enter'))), said));
}

function skeletons(grid) {
  fill(grid, Array.from({ length: 6 }, () => el('li', { class: 'card skeleton', 'aria-hidden': 'true' },
    el('div', { class: 'card-picture' }), el('div', { class: 'bone' }), el('div', { class: 'bone short' }))));
}
