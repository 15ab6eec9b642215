// Wallets in this browser, and signing in with one: a message of EIP-4361, signed by personal_sign.
import { keccak256 } from './keccak.js';

const OLD_WALLETS_AFTER_MS = 600;
const STATEMENT = 'Sign in to moderate on Slipway.';

/** Why nobody was signed in: `declined`, `pending`, `no-account`, `failed`, or the server's code. */
export class SignInProblem extends Error {
  constructor(code, detail = '') {
    super(detail || code);
    this.code = code;
    this.detail = detail;
  }
}

/**
 * Looks for wallets: those that announce themselves (EIP-6963), else the one at `window.ethereum`.
 * @param {(wallets: {key: string, name: string, icon: ?string, provider: Object}[], done: boolean) => void} onFound
 *   called again whenever one comes; `done` once the search has had its time
 * @returns {() => void} ends the search
 */
export function findWallets(onFound) {
  const found = new Map();
  let done = false;
  const add = (key, name, icon, provider) => {
    if (!found.has(key)) {
      found.set(key, { key, name, icon, provider });
      onFound([...found.values()], done);
    }
  };
  const hear = ({ detail }) => {
    const picture = String(detail?.info?.icon ?? '');
    if (detail?.provider) {
      add(String(detail.info.rdns ?? detail.info.uuid), String(detail.info.name), picture, detail.provider);
    }
  };
  window.addEventListener('eip6963:announceProvider', hear);
  window.dispatchEvent(new Event('eip6963:requestProvider'));
  const timer = setTimeout(() => {
    done = true;
    if (found.size === 0 && window.ethereum) {
      add('ethereum', '', '', window.ethereum);
    }
    onFound([...found.values()], done);
  }, OLD_WALLETS_AFTER_MS);
  return () => {
    clearTimeout(timer);
    window.removeEventListener('eip6963:announceProvider', hear);
  };
}

/**
 * Has the wallet sign a fresh nonce of the server.
 * @returns {Promise<{accessToken: string, refreshToken: string}>}
 */
export async function signIn(provider, chainId) {
  const accounts = await ask(provider, 'eth_requestAccounts');
  if (!Array.isArray(accounts) || !/^0x[0-9a-fA-F]{40}$/.test(accounts[0])) {
    throw new SignInProblem('no-account');
  }
  const { reply, body } = await post('/api/auth/nonce');
  // By the server's clock, so that a device whose clock is wrong can sign in too.
  const now = new Date(reply.headers.get('Date') ?? Date.now());
  const text = message(checksum(accounts[0]), body.nonce, now, chainId);
  const hex = `0x${toHex(new TextEncoder().encode(text))}`;
  const signature = await ask(provider, 'personal_sign', [hex, accounts[0]]);
  return (await post('/api/auth/siwe', { message: text, signature })).body;
}

/** An address with its checksum (EIP-55). */
export function checksum(address) {
  const digits = address.slice(2).toLowerCase();
  const hash = toHex(keccak256(new TextEncoder().encode(digits)));
  return `0x${[...digits].map((digit, i) => (parseInt(hash[i], 16) >= 8 ? digit.toUpperCase() : digit)).join('')}`;
}

/** `0x7099…79C8`. */
export function abbreviated(address) {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}

function message(address, nonce, issuedAt, chainId) {
  return [
    `${location.host} wants you to sign in with your Ethereum account:`,
    address,
    '',
    STATEMENT,
    '',
    `URI: ${location.origin}/moderation`,
    'Version: 1',
    `Chain ID: ${chainId}`,
    `Nonce: ${nonce}`,
    `Issued At: ${issuedAt.toISOString()}`,
  ].join('\n');
}

async function ask(provider, method, params) {
  try {
    return await provider.request(params ? { method, params } : { method });
  } catch (refusal) {
    // EIP-1193: the person said no. EIP-1474: a window of the wallet is open already.
    const codes = { 4001: 'declined', '-32002': 'pending' };
    throw new SignInProblem(codes[refusal?.code] ?? 'failed', String(refusal?.message ?? refusal));
  }
}

async function post(address, body) {
  let reply;
  try {
    reply = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (noAnswer) {
    throw new SignInProblem('network', noAnswer.message);
  }
  const answer = await reply.json().catch(() => ({}));
  if (!reply.ok) {
    throw new SignInProblem(String(answer.code ?? 'other'), String(answer.detail ?? `HTTP ${reply.status}`));
  }
  return { reply, body: answer };
}

function toHex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
