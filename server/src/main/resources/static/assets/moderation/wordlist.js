// The list of words and exceptions: looking through it, changing it, and trying a text against it.
import { api } from './api.js';
import { button, el, fill } from './dom.js';
import { hitList, marked } from './marks.js';
import { asProblem, problemBox } from './problem.js';
import { announce, tell } from './said.js';
import { counted, named, say } from './texts.js';

const MOST_ROWS = 200;
const LANGUAGES = ['ru', 'en'];
const SEVERITIES = ['refuse', 'review'];

/** The page. `which` of the lists is shown first. */
export function wordsView(which = 'words') {
  const shown = { words: [], exceptions: [], which };
  const search = el('input', { type: 'search', class: 'field', id: 'word-search', 'aria-keyshortcuts': '/' });
  const editor = el('div', {});
  const table = el('div', { class: 'table' });
  const said = el('div', {});
  const draw = () => drawTable(table, shown, search.value, act);
  const load = async () => {
    try {
      const reply = await api.words();
      Object.assign(shown, { words: reply.words ?? [], exceptions: reply.exceptions ?? [] });
      fill(said);
      draw();
    } catch (thrown) {
      fill(said, problemBox(asProblem(thrown), load));
    }
  };
  const act = {
    change: (row) => {
      fill(editor, wordForm(shown.which, act.put, row));
      editor.querySelector('select').focus();
    },
    put: async (row) => {
      await (shown.which === 'words'
        ? api.putWord(row.language, row.word, { category: row.category, severity: row.severity })
        : api.putException(row.language, row.word));
      tell(say('words.added', row.word));
      fill(editor, wordForm(shown.which, act.put));
      await load();
    },
    remove: async (row) => {
      await (shown.which === 'words' ? api.deleteWord(row.language, row.word) : api.deleteException(row.language, row.word));
      tell(say('words.deleted', row.word));
      await load();
      search.focus();
    },
  };
  search.addEventListener('input', draw);
  fill(editor, wordForm(which, act.put));
  return {
    element: el('section', { class: 'words' },
      el('h1', { tabindex: '-1' }, say('words.title')), el('p', { class: 'muted' }, say('words.intro')),
      el('div', { class: 'words-body' },
        el('div', {},
          el('nav', { class: 'tabs', 'aria-label': say('words.lists') }, ['words', 'exceptions'].map((each) =>
            el('a', { href: each === 'words' ? '#/words' : '#/words/exceptions', 'aria-current': each === which ? 'page' : null }, say(`words.${each}`)))),
          which === 'exceptions' && el('p', { class: 'muted' }, say('words.exception.intro')),
          editor, el('label', { for: 'word-search' }, say('words.search')), search, said, table),
        tryPanel())),
    title: say('words.title'),
    ready: load(),
    leave: () => {},
    keys: [{ keys: ['/'], say: 'words.search', run: () => search.select() }],
  };
}

function wordForm(which, put, row = null) {
  const word = el('input', { class: 'field', id: 'word', type: 'text', maxlength: '60', value: row?.word, readonly: Boolean(row), autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'word-wrong' });
  const known = row && !LANGUAGES.includes(row.language) ? [...LANGUAGES, row.language] : LANGUAGES;
  const language = el('select', { class: 'field', id: 'word-language', disabled: Boolean(row) }, known.map((each) =>
    el('option', { value: each, selected: each === row?.language }, each)));
  const category = el('input', { class: 'field', id: 'word-category', type: 'text', list: 'word-categories', maxlength: '20', value: row?.category ?? 'profanity', autocomplete: 'off' });
  const severity = el('select', { class: 'field', id: 'word-severity' }, SEVERITIES.map((each) =>
    el('option', { value: each, selected: each === row?.severity }, named('severity', each))));
  const wrong = el('p', { class: 'wrong', id: 'word-wrong', role: 'alert' });
  const submit = async (event) => {
    event.preventDefault();
    if (word.value.trim() === '') {
      wrong.textContent = say('words.missing');
      word.focus();
      return;
    }
    try {
      await put({ word: word.value.trim(), language: language.value, category: category.value.trim(), severity: severity.value });
    } catch (thrown) {
      const problem = asProblem(thrown);
      fill(wrong, problem.violations?.length > 0 ? problem.violations.map((each) => each.message).join('; ') : problemBox(problem));
    }
  };
  const cell = (id, name, field) => el('div', {}, el('label', { for: id }, say(`words.${name}`)), field);
  return el('form', { class: 'word-form panel', on: { submit } },
    el('div', { class: 'word-fields' }, cell('word', 'word', word), cell('word-language', 'language', language),
      which === 'words' && [cell('word-category', 'category', category), cell('word-severity', 'severity', severity)],
      el('button', { class: 'button primary', type: 'submit' }, say(row ? 'words.save' : 'words.add'))),
    el('datalist', { id: 'word-categories' }, ['profanity', 'slur', 'gambling', 'drugs', 'spam', 'sexual', 'violence'].map((each) =>
      el('option', { value: each }, named('category', each)))),
    which === 'words' && el('p', { class: 'muted' }, say('words.star')), wrong);
}

function drawTable(table, shown, wanted, act) {
  const text = wanted.trim().toLocaleLowerCase();
  const rows = shown[shown.which].filter((row) =>
    `${row.word} ${row.language} ${row.category ?? ''} ${named('category', row.category ?? '')}`.toLocaleLowerCase().includes(text));
  const isWords = shown.which === 'words';
  const heads = ['word', 'language', ...(isWords ? ['category', 'severity'] : []), 'actions'];
  const rest = rows.length - MOST_ROWS;
  fill(table, el('p', { class: 'muted', role: 'status' }, rows.length === 0 ? say('words.empty') : counted('words.shown', rows.length)),
    rows.length > 0 && el('table', {},
      el('thead', {}, el('tr', {}, heads.map((head) => el('th', { scope: 'col' }, say(`words.${head}`))))),
      el('tbody', {}, rows.slice(0, MOST_ROWS).map((row) => tableRow(row, isWords, act)))),
    rest > 0 && el('p', { class: 'muted' }, counted('words.rest', rest)));
}

function tableRow(row, isWords, act) {
  const acts = el('td', { class: 'row-acts' });
  const plain = () => fill(acts,
    isWords && button(say('words.change'), () => act.change(row), { class: 'button small', 'aria-label': `${say('words.change')}: ${row.word}` }),
    button(say('words.delete'), sure, { class: 'button small', 'aria-label': `${say('words.delete')}: ${row.word}` }));
  const sure = () => {
    announce(say('words.sure', row.word));
    fill(acts, button(say('words.yes'), remove, { class: 'button small bad' }), button(say('words.no'), plain, { class: 'button small' }));
    acts.querySelector('button').focus();
  };
  const remove = async () => {
    try {
      await act.remove(row);
    } catch (thrown) {
      plain();
      acts.append(problemBox(asProblem(thrown)));
    }
  };
  plain();
  return el('tr', { data: { word: row.word } }, el('th', { scope: 'row', dir: 'auto' }, row.word), el('td', {}, row.language),
    isWords && [el('td', {}, named('category', row.category)), el('td', { class: row.severity }, named('severity', row.severity))], acts);
}

function tryPanel() {
  const text = el('textarea', { class: 'field', id: 'try', rows: '5', dir: 'auto' });
  const result = el('div', { class: 'tried', 'aria-live': 'polite' });
  const submit = async (event) => {
    event.preventDefault();
    try {
      const tried = text.value;
      const { hits } = await api.check(tried);
      fill(result, el('p', {}, hits.length === 0 ? say('try.none') : counted('try.hits', hits.length)),
        el('p', { class: 'tried-text', dir: 'auto' }, marked(tried, hits)), hits.length > 0 && hitList(hits, say('try.label')));
    } catch (thrown) {
      fill(result, problemBox(asProblem(thrown)));
    }
  };
  const form = el('form', { class: 'panel', on: { submit } }, el('h2', {}, say('try.title')),
    el('label', { for: 'try' }, say('try.label')), text,
    el('div', { class: 'acts' }, el('button', { class: 'button primary', type: 'submit' }, say('try.do'), el('kbd', {}, say('form.confirm')))), result);
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  return form;
}
