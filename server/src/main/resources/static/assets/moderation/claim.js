// Whose a case is: taken when it is opened, renewed while it is open, given back by leaving it with nothing typed.
import { api } from './api.js';
import { asProblem } from './problem.js';

const RENEW_EVERY_MS = 5 * 60_000;

/** A release on its way; whoever takes a case waits for it, so that the server hears both in their order. */
let releasing = Promise.resolve();

/**
 * @param {number} id of the case
 * @param {(claim: ?{mine: boolean, until: string}, problem: ?Object) => void} onChange called with each answer; with a
 *   problem where the case could not be taken
 * @returns {{take: () => Promise<void>, release: () => Promise<void>, stop: (keep: boolean) => void}} `stop` ends the
 *   renewing, and gives the case back unless it is to be kept
 */
export function claimOf(id, onChange) {
  let mine = false;
  let stopped = false;
  const release = () => {
    if (mine) {
      mine = false;
      // What cannot be given back ends by itself after half an hour.
      releasing = api.release(id).catch(() => {});
    }
    return releasing;
  };
  const take = async () => {
    await releasing;
    try {
      const one = await api.claim(id);
      mine = true;
      if (stopped) {
        release();
      } else {
        onChange(one.claim, null);
      }
    } catch (thrown) {
      const problem = asProblem(thrown);
      // Without an answer nobody knows better than before.
      mine = mine && problem.code === 'network';
      onChange(null, problem);
    }
  };
  const timer = setInterval(() => mine && take(), RENEW_EVERY_MS);
  return {
    take,
    release,
    stop: (keep) => {
      clearInterval(timer);
      stopped = true;
      if (!keep) {
        release();
      }
    },
  };
}
