// Joins the pages of the console: who is signed in, which page the address names, and the keys of all of them.
import { api } from './api.js';
import { caseView } from './case.js';
import { forgetDrafts } from './decision.js';
import { button, el, fill, notice } from './dom.js';
import { historyView } from './history.js';
import { bind, bindGeneral, showKeys } from './keys.js';
import { asProblem, problemBox } from './problem.js';
import { queueView } from './queue.js';
import { askBy, forget, tokens } from './session.js';
import { signInAbove, signInPage } from './signin.js';
import { say } from './texts.js';
import { abbreviated, checksum } from './wallet.js';
import { wordsView } from './wordlist.js';

const MODERATES = ['moderator', 'operator'];
const FIRST = '#/open/all';

const content = document.querySelector('main .inner');
const nav = document.querySelector('.pages');
const who = document.querySelector('.who');
let current = { leave: () => {} };
let ready = false;

const ROUTES = [
  { address: /^#\/(open|closed)\/([a-z-]+)$/, page: 'queue', view: (found) => queueView(found[1], found[2]) },
  { address: /^#\/case\/(\d+)$/, page: 'queue', view: (found) => caseView(Number(found[1])) },
  { address: /^#\/words$/, page: 'words', view: () => wordsView() },
  { address: /^#\/words\/exceptions$/, page: 'words', view: () => wordsView('exceptions') },
  { address: /^#\/history$/, page: 'history', view: () => historyView() },
];

/** Shows a view in place of the one before. Its heading gets the focus, so that a screen reader begins there. */
function show(view) {
  current.leave();
  current = view;
  view.onKeys = () => current === view && bind(view.keys);
  document.title = `${view.title} · ${say('title')}`;
  bind(view.keys ?? []);
  fill(content, view.element);
  scrollTo(0, 0);
  view.element.querySelector('h1')?.focus({ preventScroll: true });
  view.ready?.then(() => {
    if (current === view && document.activeElement === document.body) {
      view.element.querySelector('h1')?.focus({ preventScroll: true });
    }
  });
}

function route() {
  if (!ready || !(location.hash === '' || location.hash.startsWith('#/'))) {
    return;
  }
  for (const { address, page, view } of ROUTES) {
    const found = address.exec(location.hash);
    if (found) {
      nav.querySelectorAll('a').forEach((link) => link.dataset.page === page
        ? link.setAttribute('aria-current', 'page')
        : link.removeAttribute('aria-current'));
      show(view(found));
      return;
    }
  }
  location.replace(FIRST);
}

/** Begins with whoever is signed in. */
async function begin() {
  if (!tokens()) {
    askFirst();
    return;
  }
  try {
    const account = await api.account();
    enter(account);
  } catch (thrown) {
    const problem = asProblem(thrown);
    show({ element: el('section', {}, problemBox(problem, begin)), title: say('title'), leave: () => {} });
  }
}

function askFirst(first) {
  ready = false;
  nav.hidden = true;
  who.hidden = true;
  show(signInPage(begin, first));
}

function enter(account) {
  const wallet = checksum(account.wallets[0]);
  who.hidden = false;
  fill(who.querySelector('.who-wallet'), el('span', { title: wallet }, abbreviated(wallet)));
  if (!account.roles.some((role) => MODERATES.includes(role))) {
    show({
      element: notice('lock', 'h1', say('role.title'), say('role.text', wallet), el('p', {}, say('role.next')),
        button(say('role.other'), () => signOut(), { class: 'button primary' })),
      title: say('role.title'),
      leave: () => {},
    });
    return;
  }
  nav.hidden = false;
  ready = true;
  route();
}

async function signOut() {
  // Who cannot reach the server is signed out here at least; the tokens are gone with this.
  await api.signOut().catch(() => {});
  forget();
  forgetDrafts();
  askFirst(say('signin.out'));
}

askBy(signInAbove);
addEventListener('hashchange', route);
document.querySelector('[data-do="sign-out"]').addEventListener('click', signOut);
document.querySelector('[data-do="keys"]').addEventListener('click', showKeys);
bindGeneral([{ keys: ['?'], say: 'keys.help', run: showKeys }]);
begin();
