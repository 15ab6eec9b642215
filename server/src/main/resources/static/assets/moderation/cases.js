// The list of cases as one person sees it: which kind, how far, and which one comes next.
import { api } from './api.js';

export const KINDS = ['check', 'report', 'notice', 'counter-notice', 'appeal', 'moderator'];
const PAGE = 48;

/** Where the person was in the queue, for coming back and for going on. */
export const place = { state: 'open', kind: 'all', last: null };

/**
 * A page of cases.
 * @returns {Promise<{cases: Object[], counts: Object, more: boolean}>} `more` says whether there may be others
 */
export async function page(state, kind, after = null) {
  const reply = await api.cases({
    state,
    limit: PAGE,
    ...(kind === 'all' ? {} : { kind }),
    ...(after === null ? {} : { after }),
  });
  return { ...reply, more: reply.cases.length === PAGE };
}

/** At least as many as are shown already, as they are now. */
export async function pages(state, kind, atLeast) {
  let reply = await page(state, kind);
  const { counts } = reply;
  const cases = [...reply.cases];
  while (reply.more && cases.length < atLeast) {
    reply = await page(state, kind, cases[cases.length - 1].id);
    cases.push(...reply.cases);
  }
  return { cases, counts, more: reply.more };
}

/** Whose a case is at this moment; a claim that has run out is nobody's. */
export function claimNow({ claim }) {
  return claim && Date.parse(claim.until) > Date.now() ? claim : null;
}

/**
 * The next open case of the kind that the person works on, after this one and then from the beginning, that nobody
 * else has.
 * @returns {Promise<?Object>}
 */
export async function nextAfter(id) {
  const free = (candidate) => candidate.id !== id && (claimNow(candidate)?.mine ?? true);
  for (const after of [id, null]) {
    const found = (await page('open', place.kind, after)).cases.find(free);
    if (found) {
      return found;
    }
  }
  return null;
}

/** How many are open, of one kind or of all. */
export function open(counts, kind) {
  return kind === 'all' ? KINDS.reduce((sum, each) => sum + (counts[each] ?? 0), 0) : counts[kind] ?? 0;
}
