// What stands beside a case: why it is here, complaints, the author's strikes, checks, history.
import { api } from './api.js';
import { button, el, fill, icon, time } from './dom.js';
import { asProblem, problemBox } from './problem.js';
import { ago, counted, day, length, moment, named, say, spokenLength } from './texts.js';

/** Everything of the column, in the order in which a moderator asks for it. */
export function factsOf(detail, refresh) {
  return [
    notes(detail),
    causes(detail.case),
    complaints(detail.complaints ?? []),
    author(detail.author, refresh),
    checks(detail.checks ?? []),
    history(detail.history ?? []),
  ];
}

/** State, payment, audience, length, in one line each. */
export function stateOf(detail) {
  const one = detail.case;
  const rows = [
    ['content', named('content', one.content)],
    ['payment', detail.payment && named('payment', detail.payment)],
    ['access', one.access && named('access', one.access)],
    ['length', Number.isFinite(one.durationMicros) && el('span', { title: spokenLength(one.durationMicros) }, length(one.durationMicros))],
    ['opened', time(one.openedAt, ago(one.openedAt), moment(one.openedAt))],
  ];
  return el('dl', { class: 'facts' }, rows.filter(([, value]) => value).map(([name, value]) =>
    [el('dt', {}, say(`fact.${name}`)), el('dd', {}, value)]));
}

function panel(title, ...content) {
  return el('section', { class: 'panel' }, el('h2', {}, title), content);
}

function notes(detail) {
  return [
    detail.incognito && el('p', { class: 'note warn' }, icon('alert'), say('case.incognito')),
    detail.protected && el('p', { class: 'note' }, icon('alert'), say('case.protected')),
    detail.problem && panel(say('case.problem'), el('p', {}, detail.problem.message)),
  ];
}

function causes(one) {
  return panel(say('case.causes'), el('p', {}, el('strong', {}, named('one', one.kind))),
    one.causes?.length > 0 && el('ul', { class: 'plain causes' }, one.causes.map((cause) =>
      el('li', {}, el('span', { class: 'chip' }, named('cause', cause.kind)), ' ', cause.detail))));
}

function complaints(list) {
  return list.length > 0 && panel(say('case.complaints'), el('ul', { class: 'plain' }, list.map((complaint) => el('li', {},
    el('p', {}, el('span', { class: 'chip' }, named('category', complaint.category)), ' ',
      time(complaint.at, ago(complaint.at), moment(complaint.at))),
    complaint.text && el('p', { class: 'said-by', dir: 'auto' }, complaint.text),
    el('p', { class: 'muted', dir: 'auto' }, complaint.name || complaint.contact
      ? [complaint.name, complaint.contact].filter(Boolean).join(', ')
      : say('case.anonymous'))))));
}

function author(known, refresh) {
  const strikes = known?.strikes ?? [];
  return known && panel(say('case.author'), strikes.length === 0
    ? el('p', { class: 'muted' }, say('case.no-strikes'))
    : el('ul', { class: 'plain' }, strikes.map((strike) => strikeRow(strike, refresh))));
}

function strikeRow(strike, refresh) {
  const said = el('div', {});
  const withdraw = async () => {
    try {
      await api.withdrawStrike(strike.id);
      await refresh();
    } catch (thrown) {
      fill(said, problemBox(asProblem(thrown)));
    }
  };
  const sure = () => {
    fill(said, el('p', {}, say('case.strike.sure')), el('div', { class: 'acts' },
      button(say('case.strike.withdraw'), withdraw, { class: 'button small' }),
      button(say('words.no'), () => fill(said), { class: 'button small' })));
    said.querySelector('button').focus();
  };
  return el('li', {},
    el('span', { class: 'chip' }, named('category', strike.category)), ' ', time(strike.at, day(strike.at), moment(strike.at)), ' ',
    strike.withdrawnAt
      ? el('span', { class: 'muted' }, say('case.strike.withdrawn', day(strike.withdrawnAt)))
      : [strike.endsAt && el('span', { class: 'muted' }, say('case.strike.until', day(strike.endsAt))), ' ',
        button(say('case.strike.withdraw'), sure, { class: 'button small' })],
    said);
}

function checks(list) {
  return list.length > 0 && panel(say('case.checks'), el('ul', { class: 'checks' }, list.map((sentence) =>
    el('li', {}, icon('check'), el('span', {}, sentence)))));
}

function history(list) {
  return list.length > 0 && panel(say('case.history'), el('ol', { class: 'plain' }, list.map((act) => el('li', {},
    el('p', {}, el('strong', {}, named('action', act.action)), ' ',
      act.category && [el('span', { class: 'chip' }, named('category', act.category)), ' '],
      el('span', { class: 'muted' }, time(act.at, ago(act.at), moment(act.at)),
        act.mine ? `, ${say('case.you')}` : act.automatic ? `, ${say('case.automatic')}` : '')),
    act.message && el('p', { class: 'said-by', dir: 'auto' }, act.message)))));
}
