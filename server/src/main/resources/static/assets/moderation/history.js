// All acts, newest first.
import { api } from './api.js';
import { button, el, fill, time } from './dom.js';
import { asProblem, problemBox } from './problem.js';
import { ago, moment, named, say } from './texts.js';

const PAGE = 50;
const HEADS = ['when', 'what', 'case', 'state', 'who'];

/** The page. */
export function historyView() {
  const body = el('tbody', {});
  const said = el('div', {});
  let last = null;
  const more = button(say('history.more'), () => load(), { hidden: true });
  const load = async () => {
    try {
      const { acts } = await api.acts({ limit: PAGE, ...(last === null ? {} : { after: last }) });
      body.append(...acts.map(row));
      last = acts[acts.length - 1]?.id ?? last;
      more.hidden = acts.length < PAGE;
      fill(said, body.children.length === 0 && el('p', { class: 'muted' }, say('history.empty')));
    } catch (thrown) {
      fill(said, problemBox(asProblem(thrown), load));
    }
  };
  return {
    element: el('section', { class: 'history' }, el('h1', { tabindex: '-1' }, say('history.title')),
      el('p', { class: 'muted' }, say('history.intro')),
      el('div', { class: 'table' }, el('table', {},
        el('thead', {}, el('tr', {}, HEADS.map((head) => el('th', { scope: 'col' }, say(`history.${head}`))))), body)),
      said, el('p', { class: 'center' }, more)),
    title: say('history.title'),
    ready: load(),
    leave: () => {},
    keys: [],
  };
}

function row(act) {
  return el('tr', {},
    el('td', {}, time(act.at, ago(act.at), moment(act.at))),
    el('td', {}, el('strong', {}, named('action', act.action)),
      act.category && [' ', el('span', { class: 'chip' }, named('category', act.category))]),
    el('td', {}, act.caseId && el('a', { href: `#/case/${act.caseId}` }, say('case.number', act.caseId))),
    el('td', {}, [act.before, act.after].filter(Boolean).map((state) => named('content', state)).join(' → ')),
    el('td', { class: 'muted', title: act.account }, act.automatic || !act.account
      ? say('history.automatic')
      : say('history.account', act.account.slice(0, 8))));
}
