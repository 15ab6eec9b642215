// One case: the film, its frames, the texts, everything known about it, and the decision.
import { api } from './api.js';
import { factsOf, stateOf } from './casefacts.js';
import { claimNow, nextAfter, place } from './cases.js';
import { languageOf, textsOf } from './casetexts.js';
import { claimOf } from './claim.js';
import { decisionPanel, hasDraft } from './decision.js';
import { button, el, fill, icon } from './dom.js';
import { player } from './player.js';
import { asProblem, problemBox } from './problem.js';
import { announce, tell } from './said.js';
import { named, say, until } from './texts.js';

const PUBLIC = ['published'];

/** @param {number} id */
export function caseView(id) {
  place.last = id;
  const element = el('section', { class: 'case' });
  const view = { element, title: say('case.number', id), keys: [], leave: () => { view.left = true; }, left: false, ready: null };
  view.ready = load(id, view);
  return view;
}

async function load(id, view) {
  fill(view.element, el('h1', { tabindex: '-1', class: 'spoken' }, say('case.loading')),
    el('div', { class: 'case-body skeleton', 'aria-hidden': 'true' }, el('div', { class: 'film-picture' }), el('div', { class: 'bone' })));
  try {
    const detail = await api.oneCase(id);
    // Who has gone on already does not take it.
    if (!view.left) {
      draw(id, view, detail);
    }
  } catch (thrown) {
    fill(view.element, back(), problemBox(asProblem(thrown), () => load(id, view)));
    view.keys = keysOf([], []);
    view.onKeys?.();
  }
}

function draw(id, view, detail) {
  const one = detail.case;
  const film = player(detail.media);
  const mine = el('div', { class: 'claim-line' });
  const panel = decisionPanel(id, detail.actions ?? [], languageOf(detail.texts ?? []), (decision) => decide(decision));
  const claim = claimOf(id, (state, problem) => showClaim(mine, panel, one, state, problem, claim));
  const facts = el('div', { class: 'case-facts' });
  let decided = false;
  const refresh = async () => {
    const now = await api.oneCase(id);
    fill(facts, factsOf(now, refresh));
  };
  fill(facts, factsOf(detail, refresh));
  const decide = async (decision) => {
    try {
      await api.decide(id, decision);
    } catch (thrown) {
      if (thrown.code === 'conflict') {
        showClaim(mine, panel, one, null, thrown, claim);
      }
      throw thrown;
    }
    // A case that is held stays open, for whoever comes next.
    decided = decision.action !== 'hold';
    tell(say(`done.${decision.action}`, one.title));
    await goOn(id);
  };
  fill(view.element,
    el('div', { class: 'case-head' }, back(), el('h1', { tabindex: '-1', dir: 'auto' }, one.title || say('case.number', id))),
    el('div', { class: 'case-body' },
      el('div', { class: 'case-film' }, film.element, textsOf(detail.texts ?? [], detail.media)),
      el('aside', { class: 'case-side' },
        el('section', { class: 'panel decide' }, mine, !one.closedAt && panel.element, stateOf(detail),
          PUBLIC.includes(one.content) && el('p', {}, el('a', { href: `/watch/${one.publicationId}`, target: '_blank', rel: 'noopener' }, say('case.watch')))),
        facts)));
  view.keys = keysOf(one.closedAt ? [] : panel.keys, film.keys, id, claim);
  view.leave = () => {
    film.close();
    claim.stop(decided || hasDraft(id));
  };
  view.onKeys?.();
  announce(say('case.opened', one.title, named('one', one.kind)));
  if (one.closedAt) {
    fill(mine, say('claim.closed', named('outcome', one.outcome), until(one.closedAt)));
  } else {
    panel.enable(false);
    return claim.take();
  }
  return undefined;
}

function showClaim(line, panel, one, state, problem, claim) {
  panel.enable(Boolean(state?.mine));
  if (state?.mine) {
    fill(line, icon('hand'), el('span', {}, say('claim.mine', until(state.until))),
      button(say('claim.release'), () => claim.release().then(toQueue), { class: 'button small' }));
    return;
  }
  const again = button(say('claim.again'), claim.take, { class: 'button small' });
  if (problem.code === 'conflict') {
    const theirs = claimNow(one);
    const end = theirs && !theirs.mine ? say('claim.theirs', until(theirs.until)) : say('claim.lost');
    fill(line, icon('lock'), el('span', { role: 'alert' }, end), again);
  } else if (problem.code === 'forbidden') {
    fill(line, icon('lock'), el('span', { role: 'alert' }, say('claim.forbidden')));
  } else {
    fill(line, problemBox(problem), again);
  }
}

/** The next case opens by itself; after the last one the queue does. */
async function goOn(id) {
  const next = await nextAfter(id).catch(() => null);
  if (next) {
    location.hash = `#/case/${next.id}`;
  } else {
    announce(say('case.none-next'));
    toQueue();
  }
}

function toQueue() {
  location.hash = `#/${place.state}/${place.kind}`;
}

function back() {
  return el('a', { class: 'button small back', href: `#/${place.state}/${place.kind}` }, icon('back'), say('case.back'));
}

function keysOf(acts, film, id, claim) {
  return [
    ...acts,
    ...film,
    id && { keys: ['n'], say: 'keys.skip', run: () => goOn(id) },
    claim && { keys: ['g'], say: 'keys.release', run: () => claim.release().then(toQueue) },
    { keys: ['Escape'], say: 'keys.back', run: toQueue },
  ].filter(Boolean);
}
