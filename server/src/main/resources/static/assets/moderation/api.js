// What the console asks the server. A refusal becomes an ApiProblem with the server's stable code.
import { renew, tokens } from './session.js';

/** What went wrong: `code` of the problem document, or `network` where no answer came. */
export class ApiProblem extends Error {
  constructor(code, detail = '', violations = []) {
    super(detail || code);
    this.code = code;
    this.detail = detail;
    this.violations = violations;
  }
}

const path = (parts) => parts.map((part) => encodeURIComponent(part)).join('/');

/** Each resolves with the answer's JSON, or with nothing where the answer has no body. */
export const api = {
  account: () => call('GET', '/api/account'),
  signOut: () => call('POST', '/api/auth/logout'),
  cases: (query) => call('GET', `/api/moderation/cases?${new URLSearchParams(query)}`),
  oneCase: (id) => call('GET', `/api/moderation/cases/${path([id])}`),
  claim: (id) => call('POST', `/api/moderation/cases/${path([id])}/claim`),
  release: (id) => call('DELETE', `/api/moderation/cases/${path([id])}/claim`),
  decide: (id, decision) => call('POST', `/api/moderation/cases/${path([id])}/decision`, decision),
  openCase: (publicationId) => call('POST', `/api/moderation/publications/${path([publicationId])}/cases`),
  acts: (query) => call('GET', `/api/moderation/acts?${new URLSearchParams(query)}`),
  withdrawStrike: (id) => call('DELETE', `/api/moderation/strikes/${path([id])}`),
  words: () => call('GET', '/api/moderation/words'),
  putWord: (language, word, row) => call('PUT', `/api/moderation/words/${path([language, word])}`, row),
  deleteWord: (language, word) => call('DELETE', `/api/moderation/words/${path([language, word])}`),
  putException: (language, word) => call('PUT', `/api/moderation/exceptions/${path([language, word])}`),
  deleteException: (language, word) => call('DELETE', `/api/moderation/exceptions/${path([language, word])}`),
  check: (text) => call('POST', '/api/moderation/check', { text }),
};

async function call(method, address, body) {
  const token = tokens()?.accessToken ?? null;
  const first = await send(method, address, body, token);
  if (first.status !== 401 || address === '/api/auth/logout') {
    return read(first);
  }
  try {
    await renew(token);
  } catch (refused) {
    throw refused instanceof TypeError ? new ApiProblem('network', refused.message) : new ApiProblem('unauthorized');
  }
  return read(await send(method, address, body, tokens()?.accessToken ?? null));
}

async function send(method, address, body, token) {
  const headers = {};
  if (token) {
    headers.Authorization = `Bearer ${token}`;
  }
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  try {
    return await fetch(address, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch (noAnswer) {
    throw new ApiProblem('network', noAnswer.message);
  }
}

async function read(reply) {
  const text = await reply.text();
  if (!reply.ok) {
    throw problem(reply, text);
  }
  return text ? JSON.parse(text) : undefined;
}

function problem(reply, text) {
  try {
    const { code, detail, violations } = JSON.parse(text);
    return new ApiProblem(String(code), detail, violations);
  } catch (notAProblemDocument) {
    return new ApiProblem('other', `HTTP ${reply.status}`);
  }
}
