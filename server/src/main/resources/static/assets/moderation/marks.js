// A text with the words of the list marked in it.
import { el } from './dom.js';
import { named, say } from './texts.js';

/**
 * The text as nodes. Places are in UTF-16 units, as JavaScript counts; where two overlap, the second goes on where
 * the first ends, and what lies beyond the text is left out.
 * @param {string} text
 * @param {{offset: number, length: number, word: string, category: string, severity: string}[]} hits
 * @returns {Node[]}
 */
export function marked(text, hits) {
  const nodes = [];
  let at = 0;
  for (const hit of [...hits].sort((a, b) => a.offset - b.offset)) {
    const from = Math.max(at, hit.offset);
    const to = Math.min(text.length, hit.offset + hit.length);
    if (to > from) {
      nodes.push(document.createTextNode(text.slice(at, from)));
      nodes.push(el('mark', { class: hit.severity, title: `${hit.word}: ${kind(hit)}` }, text.slice(from, to)));
      at = to;
    }
  }
  nodes.push(document.createTextNode(text.slice(at)));
  return nodes;
}

/** The hits in words, one line each: what the marks say to who does not see them. */
export function hitList(hits, fieldName) {
  return el('ul', { class: 'hits' }, hits.map((hit) => el('li', { class: hit.severity },
    say('case.hit', hit.written, fieldName, named('category', hit.category), named('severity', hit.severity)))));
}

function kind(hit) {
  return `${named('category', hit.category)}, ${named('severity', hit.severity)}`;
}
