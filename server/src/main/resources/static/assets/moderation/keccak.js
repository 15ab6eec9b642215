// Keccak-256 as Ethereum uses it (the submission to SHA-3, with its padding 0x01). For a few bytes at a time.

const RATE = 136;
const ALL = (1n << 64n) - 1n;
const ROUNDS = constants();

/**
 * @param {Uint8Array} bytes
 * @returns {Uint8Array} 32 bytes
 */
export function keccak256(bytes) {
  const padded = new Uint8Array(Math.ceil((bytes.length + 1) / RATE) * RATE);
  padded.set(bytes);
  padded[bytes.length] ^= 0x01;
  padded[padded.length - 1] ^= 0x80;
  const state = new Array(25).fill(0n);
  const view = new DataView(padded.buffer);
  for (let block = 0; block < padded.length; block += RATE) {
    for (let lane = 0; lane < RATE / 8; lane += 1) {
      state[lane] ^= view.getBigUint64(block + 8 * lane, true);
    }
    permute(state);
  }
  const digest = new DataView(new ArrayBuffer(32));
  [0, 1, 2, 3].forEach((lane) => digest.setBigUint64(8 * lane, state[lane], true));
  return new Uint8Array(digest.buffer);
}

function rotate(lane, by) {
  const left = BigInt(by % 64);
  return ((lane << left) | (lane >> (64n - left))) & ALL;
}

/** Lanes are numbered x + 5y. */
function permute(state) {
  for (const constant of ROUNDS) {
    const columns = [0, 1, 2, 3, 4].map((x) =>
      state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20]);
    for (let i = 0; i < 25; i += 1) {
      state[i] ^= columns[(i + 4) % 5] ^ rotate(columns[(i + 1) % 5], 1);
    }
    turnAndMove(state);
    for (let row = 0; row < 25; row += 5) {
      const before = state.slice(row, row + 5);
      for (let x = 0; x < 5; x += 1) {
        state[row + x] = before[x] ^ (~before[(x + 1) % 5] & ALL & before[(x + 2) % 5]);
      }
    }
    state[0] ^= constant;
  }
}

function turnAndMove(state) {
  let [x, y] = [1, 0];
  let carried = state[1];
  for (let step = 0; step < 24; step += 1) {
    [x, y] = [y, (2 * x + 3 * y) % 5];
    const place = x + 5 * y;
    const next = state[place];
    state[place] = rotate(carried, ((step + 1) * (step + 2)) / 2);
    carried = next;
  }
}

/** By the linear feedback register of the specification (FIPS 202, algorithm 5). */
function constants() {
  let register = 1;
  return Array.from({ length: 24 }, () => {
    let constant = 0n;
    for (let bit = 0; bit < 7; bit += 1) {
      if (register & 1) {
        constant |= 1n << BigInt(2 ** bit - 1);
      }
      register = (register << 1) ^ (register & 0x80 ? 0x171 : 0);
    }
    return constant;
  });
}
