// What went wrong, in the reader's words, with the exact term in the second line.
import { button, el } from './dom.js';
import { has, say } from './texts.js';

/**
 * A box that tells of a problem.
 * @param {{code: string, detail: string}} problem
 * @param {?() => void} [again] what the button beside it does, where there is one
 */
export function problemBox(problem, again = null) {
  const code = has(`problem.${problem.code}`) ? problem.code : 'other';
  return el('div', { class: 'problem', role: 'alert', data: { code: String(problem.code ?? 'other') } },
    el('p', {}, el('strong', {}, say(`problem.${code}`)), ' ', say(`problem.${code}.next`)),
    problem.detail && el('small', {}, problem.detail),
    again && button(say('problem.again'), again, { class: 'button small' }));
}

/** The problem of whatever was thrown. What is no answer of the server is a fault of ours and goes to the console too. */
export function asProblem(thrown) {
  if (thrown && typeof thrown.code === 'string') {
    return thrown;
  }
  console.error(thrown);
  return { code: 'other', detail: String(thrown) };
}
