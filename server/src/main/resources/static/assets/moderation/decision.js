// What can be decided: one button for each act, and a form for those that an author is told the reason of.
import { button, el, fill } from './dom.js';
import { asProblem, problemBox } from './problem.js';
import { announce } from './said.js';
import { decisions, named, say } from './texts.js';

/** In the order of the buttons, with their keys. */
const ACTS = { publish: 'p', reject: 'r', hold: 'h', 'take-down': 't', restore: 'u', dismiss: 'd' };
const WITH_REASON = ['reject', 'hold', 'take-down'];
const WITH_STRIKE = ['reject', 'take-down'];
const CATEGORIES = ['spam', 'gambling', 'profanity', 'nudity', 'violence', 'hate', 'harassment', 'self-harm',
  'child-safety', 'copyright', 'privacy', 'illegal', 'misleading', 'other'];
const MOST_CHARACTERS = 2000;

/** What was typed and not sent, by case: it outlives leaving the case, but not the page. */
const drafts = new Map();

/** Forgets all of it: who signs in next is somebody else. */
export function forgetDrafts() {
  drafts.clear();
}

/** Whether something waits to be sent in this case. */
export function hasDraft(id) {
  return Boolean(drafts.get(id)?.message || drafts.get(id)?.category);
}

/**
 * @param {number} id of the case
 * @param {string[]} actions what may be decided now
 * @param {string} language of the author's texts, as far as can be told
 * @param {(decision: Object) => Promise<void>} decide
 * @returns {{element: Element, keys: Object[], enable: (may: boolean) => void}}
 */
export function decisionPanel(id, actions, language, decide) {
  const acts = Object.keys(ACTS).filter((act) => actions.includes(act));
  const said = el('div', {});
  const row = el('div', { class: 'acts' });
  const form = el('div', {});
  let busy = false;
  const send = async (decision, onProblem) => {
    if (busy) {
      return;
    }
    busy = true;
    fill(said);
    try {
      await decide(decision);
      drafts.delete(id);
    } catch (thrown) {
      const problem = asProblem(thrown);
      fill(said, problemBox(problem));
      onProblem(problem);
    } finally {
      busy = false;
    }
  };
  const close = () => {
    fill(form);
    row.hidden = false;
    row.querySelector('button')?.focus();
  };
  const start = (act) => {
    if (row.querySelector(`[data-act="${act}"]`)?.disabled ?? true) {
      return;
    }
    if (!WITH_REASON.includes(act)) {
      send({ action: act, strike: false }, () => {});
      return;
    }
    row.hidden = true;
    fill(form, reasonForm(act, draftOf(id, act, language), send, close));
    form.querySelector('select').focus();
  };
  fill(row, acts.map((act) => button([say(`act.${act}`), el('kbd', {}, ACTS[act].toUpperCase())], () => start(act), {
    class: `button ${act === 'publish' || act === 'restore' ? 'primary' : ''} ${act === 'take-down' || act === 'reject' ? 'bad' : ''}`,
    data: { act },
    'aria-keyshortcuts': ACTS[act].toUpperCase(),
  })), acts.length === 0 && el('p', { class: 'muted' }, say('act.none')));
  if (drafts.has(id) && acts.includes(drafts.get(id).act)) {
    row.hidden = true;
    fill(form, reasonForm(drafts.get(id).act, drafts.get(id), send, close));
  }
  return {
    element: el('div', { class: 'decision' }, row, form, said),
    keys: acts.map((act) => ({ keys: [ACTS[act]], say: `act.${act}`, run: () => start(act) })),
    enable: (may) => row.querySelectorAll('button').forEach((each) => {
      each.disabled = !may;
    }),
  };
}

function draftOf(id, act, language) {
  const draft = drafts.get(id) ?? { category: '', message: '', language, strike: false, from: '' };
  draft.act = act;
  drafts.set(id, draft);
  return draft;
}

/** A template in the draft's language, for its rule and act. */
function template(draft) {
  const words = decisions[draft.language] ?? decisions.en;
  return draft.category ? `${words[draft.category]} ${words[`tail.${draft.act}`]}` : '';
}

function reasonForm(act, draft, send, close) {
  const category = el('select', { id: 'rule', class: 'field', required: true, 'aria-describedby': 'rule-wrong' },
    el('option', { value: '' }, say('form.category.choose')),
    CATEGORIES.map((each) => el('option', { value: each, selected: each === draft.category }, named('category', each))));
  const message = el('textarea', { id: 'message', class: 'field', rows: '6', maxlength: MOST_CHARACTERS, dir: 'auto', required: true, 'aria-describedby': 'message-wrong' });
  message.value = draft.message;
  const wrong = { category: el('p', { class: 'wrong', id: 'rule-wrong' }), message: el('p', { class: 'wrong', id: 'message-wrong' }) };
  // Words of the moderator's own are never written over.
  const begin = () => {
    if (message.value.trim() === '' || message.value === draft.from) {
      draft.from = template(draft);
      message.value = draft.from;
      draft.message = draft.from;
    }
  };
  const languages = Object.keys(decisions).sort().map((each) => el('label', {},
    el('input', { type: 'radio', name: 'language', value: each, checked: each === draft.language, on: { change: () => { draft.language = each; begin(); } } }),
    new Intl.DisplayNames([each], { type: 'language' }).of(each)));
  category.addEventListener('change', () => { draft.category = category.value; begin(); });
  message.addEventListener('input', () => { draft.message = message.value; });
  const strike = WITH_STRIKE.includes(act) && el('label', { class: 'check' },
    el('input', { type: 'checkbox', name: 'strike', checked: draft.strike, on: { change: (event) => { draft.strike = event.target.checked; } } }),
    say('form.strike'));
  const submit = (event) => {
    event.preventDefault();
    if (isWhole(category, message, wrong)) {
      const decision = { action: act, category: draft.category, message: draft.message.trim() };
      send({ ...decision, strike: draft.strike && WITH_STRIKE.includes(act) },
        (problem) => showViolations(problem, { category, message }, wrong));
    }
  };
  const form = el('form', { class: 'reason', novalidate: true, 'aria-labelledby': 'reason-title', on: { submit } },
    el('h2', { id: 'reason-title' }, say(`form.title.${act}`)), el('p', { class: 'muted' }, say(`form.why.${act}`)),
    el('label', { for: 'rule' }, say('form.category')), category, wrong.category,
    el('fieldset', { class: 'languages' }, el('legend', {}, say('form.language')), languages),
    el('label', { for: 'message' }, say('form.message')), message, wrong.message, strike,
    el('div', { class: 'acts' },
      el('button', { type: 'submit', class: `button primary ${act === 'hold' ? '' : 'bad'}` }, say(`form.${act}`), el('kbd', {}, say('form.confirm'))),
      button([say('form.back'), el('kbd', {}, 'Esc')], close)));
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
  });
  return form;
}

function isWhole(category, message, wrong) {
  show(category, wrong.category, category.value ? '' : say('form.category.missing'));
  show(message, wrong.message, message.value.trim() ? '' : say('form.message.missing'));
  const first = [category, message].find((field) => field.getAttribute('aria-invalid') === 'true');
  first?.focus();
  return !first;
}

function showViolations(problem, fields, wrong) {
  for (const { field, message } of problem.violations ?? []) {
    if (fields[field]) {
      show(fields[field], wrong[field], message);
      fields[field].focus();
    }
  }
}

function show(field, line, text) {
  field.setAttribute('aria-invalid', String(text !== ''));
  line.textContent = text;
  if (text) {
    announce(text);
  }
}
