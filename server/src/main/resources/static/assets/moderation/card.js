// One case on the grid.
import { claimNow } from './cases.js';
import { el, here, icon, time } from './dom.js';
import { ago, counted, length, moment, named, say, spokenLength, until } from './texts.js';

/** @param {boolean} withKind whether cases of several kinds stand beside it */
export function card(one, withKind) {
  const poster = here(one.posterUrl);
  return el('li', { class: 'card case-card', data: { id: one.id } },
    el('div', { class: 'card-picture' },
      poster ? el('img', { src: poster, alt: '', loading: 'lazy', decoding: 'async' }) : icon('film'),
      claimMark(one),
      Number.isFinite(one.durationMicros) && el('span', { class: 'card-length time' },
        el('span', { 'aria-hidden': 'true' }, length(one.durationMicros)),
        el('span', { class: 'spoken' }, say('length', spokenLength(one.durationMicros))))),
    el('h2', { class: 'card-title' }, el('a', { href: `#/case/${one.id}`, dir: 'auto' }, one.title || say('case.number', one.id))),
    el('p', { class: 'card-line' }, facts(one, withKind).flatMap((fact, i) => (i ? [' · ', fact] : [fact]))),
    one.causes?.length > 0 && el('ul', { class: 'chips' }, causeKinds(one).map((kind) => el('li', {}, named('cause', kind)))));
}

/** What a filter looks through. */
export function searchable(one) {
  const said = (one.causes ?? []).flatMap((cause) => [named('cause', cause.kind), cause.detail]);
  return [one.title, one.id, one.publicationId, named('kind', one.kind), ...said].join(' ').toLocaleLowerCase();
}

function causeKinds(one) {
  return [...new Set(one.causes.map((cause) => cause.kind))];
}

function claimMark(one) {
  const claim = claimNow(one);
  if (!claim) {
    return null;
  }
  const words = say(claim.mine ? 'queue.mine' : 'queue.theirs', until(claim.until));
  return el('span', { class: `claim ${claim.mine ? 'mine' : 'theirs'}` }, icon(claim.mine ? 'hand' : 'lock'), words);
}

function facts(one, withKind) {
  const came = one.closedAt
    ? time(one.closedAt, say('queue.decided', named('outcome', one.outcome), ago(one.closedAt)), moment(one.closedAt))
    : time(one.openedAt, say('queue.came', ago(one.openedAt)), moment(one.openedAt));
  return [
    withKind && el('span', { class: 'card-kind' }, named('kind', one.kind)),
    came,
    one.complaints > 0 && counted('queue.complaints', one.complaints),
  ].filter(Boolean);
}
