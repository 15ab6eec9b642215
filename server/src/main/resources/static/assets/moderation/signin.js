// Asking a person to sign in: as the page itself at first, above the page when a session ends in the middle of work.
import { button, el, fill } from './dom.js';
import { problemBox } from './problem.js';
import { keep } from './session.js';
import { has, say } from './texts.js';
import { findWallets, signIn } from './wallet.js';

const chainId = document.body.dataset.chain;

/**
 * What a person signs in with.
 * @param {() => void} onDone called once the tokens are kept
 * @returns {{element: Element, close: () => void}} `close` ends the search for wallets
 */
export function signInForm(onDone) {
  const list = el('div', { class: 'wallets' });
  const said = el('div', { 'aria-live': 'polite' });
  let busy = false;
  const use = async (wallet) => {
    if (busy) {
      return;
    }
    busy = true;
    fill(said, el('p', { class: 'muted' }, say('signin.waiting')));
    try {
      keep(await signIn(wallet.provider, chainId));
      onDone();
    } catch (problem) {
      fill(said, wordsFor(problem));
    } finally {
      busy = false;
    }
  };
  const show = (wallets, done) => fill(list, wallets.map((wallet) => walletButton(wallet, use)),
    done && wallets.length === 0 && noWallet(() => search()));
  let close = () => {};
  const search = () => {
    close();
    fill(list);
    close = findWallets(show);
  };
  search();
  return { element: el('div', { class: 'signin' }, list, said), close: () => close() };
}

/** The page of who is not signed in. */
export function signInPage(onDone, first = say('signin.why')) {
  const form = signInForm(onDone);
  return {
    element: el('section', { class: 'notice' }, el('h1', { tabindex: '-1' }, say('signin.title')), el('p', {}, first), form.element),
    title: say('signin.title'),
    leave: form.close,
  };
}

/**
 * Asks above whatever is shown, which stays as it is.
 * @returns {Promise<void>} rejected when the person puts it off
 */
export function signInAbove() {
  return new Promise((resolve, reject) => {
    const form = signInForm(() => {
      resolve();
      dialog.close();
    });
    const dialog = el('dialog', { class: 'sheet', 'aria-labelledby': 'again-title', data: { signin: 'again' } },
      el('h2', { id: 'again-title' }, say('signin.title')), el('p', {}, say('signin.again')), form.element,
      button(say('signin.later'), () => dialog.close()));
    dialog.addEventListener('close', () => {
      form.close();
      dialog.remove();
      reject(new Error('put off'));
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

function walletButton(wallet, use) {
  const name = wallet.name || say('signin.wallet');
  return button(say('signin.with', name), () => use(wallet), { class: 'button primary', data: { wallet: wallet.key } });
}

function noWallet(search) {
  return el('div', {}, el('p', {}, el('strong', {}, say('signin.none'))), el('p', {}, say('signin.none.next')),
    button(say('signin.look'), search));
}

function wordsFor(problem) {
  if (has(`signin.${problem.code}`)) {
    return el('p', { role: 'alert' }, say(`signin.${problem.code}`), problem.code === 'failed' && el('small', {}, ` ${problem.detail}`));
  }
  return problemBox({ code: problem.code === 'unauthorized' ? 'other' : problem.code, detail: problem.detail });
}
