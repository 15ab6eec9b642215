// What an author wrote, with the words of the list marked, and what came of the checks.
import { el, here } from './dom.js';
import { hitList, marked } from './marks.js';
import { has, named, say } from './texts.js';

/** The texts of a case, by field. */
export function textsOf(texts, media) {
  const tags = texts.filter((text) => text.field.startsWith('hashtags'));
  const others = texts.filter((text) => !text.field.startsWith('hashtags'));
  const avatar = here(media?.avatarUrl);
  const hits = texts.flatMap((text) => (text.hits ?? []).map((hit) => ({ hit, field: text.field })));
  return el('section', { class: 'panel texts' }, el('h2', {}, say('case.texts')),
    el('dl', { class: 'written' },
      others.filter((text) => !text.field.startsWith('profile')).map(row),
      tags.length > 0 && [el('dt', {}, say('field.hashtags')), el('dd', {}, el('ul', { class: 'tags' }, tags.map((tag) =>
        el('li', { dir: 'auto', data: { field: tag.field } }, '#', marked(tag.text, tag.hits ?? [])))))],
      others.filter((text) => text.field.startsWith('profile')).map(row)),
    avatar && el('img', { class: 'avatar', src: avatar, alt: '', width: '48', height: '48' }),
    hits.length === 0
      ? el('p', { class: 'muted' }, say('case.no-hits'))
      : hits.map(({ hit, field }) => hitList([hit], fieldName(field))));
}

/** Whether the author's own texts are in Russian letters: the language that a message to them begins in. */
export function languageOf(texts) {
  const own = texts.filter((text) => ['title', 'description'].includes(text.field)).map((text) => text.text).join(' ');
  return /\p{Script=Cyrillic}/u.test(own) ? 'ru' : 'en';
}

function row(text) {
  return text.text === '' ? [] : [el('dt', {}, fieldName(text.field)),
    el('dd', { dir: 'auto', data: { field: text.field } }, marked(text.text, text.hits ?? []))];
}

function fieldName(field) {
  return has(`field.${field}`) ? say(`field.${field}`) : named('field', field.replace(/\[\d+\]$/, ''));
}
