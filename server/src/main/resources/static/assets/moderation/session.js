// Who is signed in, in this tab. Tokens lie in sessionStorage: they end with the tab, and no request carries them by itself.

const KEY = 'slipway.session';

let renewal = null;
let ask = () => Promise.reject(new Error('nobody can sign in yet'));

/** @returns {?{accessToken: string, refreshToken: string}} */
export function tokens() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch (damaged) {
    return null;
  }
}

/** Keeps the server's answer to signing in or to a refresh. */
export function keep(reply) {
  sessionStorage.setItem(KEY, JSON.stringify({ accessToken: reply.accessToken, refreshToken: reply.refreshToken }));
}

/** Forgets the tokens here. The server is told by who signs out. */
export function forget() {
  sessionStorage.removeItem(KEY);
}

/** @param {() => Promise<void>} how asks the person to sign in; resolved once the new tokens are kept */
export function askBy(how) {
  ask = how;
}

/**
 * Gets other tokens in place of those that the server refused: by the refresh token, else from the person. A refresh
 * token is good once, so however many requests fail at a time, one of them asks and the others wait for it.
 * @param {?string} refused the access token that was refused
 */
export async function renew(refused) {
  if (tokens() && tokens().accessToken !== refused) {
    return;
  }
  renewal ??= refreshOrAsk().finally(() => {
    renewal = null;
  });
  await renewal;
}

async function refreshOrAsk() {
  const kept = tokens();
  if (kept) {
    const reply = await fetch('/api/auth/refresh', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ refreshToken: kept.refreshToken }),
    });
    if (reply.ok) {
      keep(await reply.json());
      return;
    }
    if (reply.status !== 401) {
      throw new TypeError(`HTTP ${reply.status}`);
    }
    forget();
  }
  await ask();
}
