// Words, counts, times and lengths in the reader's language.
import { clock } from '../player/clock.js';

const given = JSON.parse(document.getElementById('texts').textContent);
const language = document.documentElement.lang;
const plurals = new Intl.PluralRules(language);
const moments = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
const times = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
const ages = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
const units = new Intl.ListFormat(language, { type: 'unit' });

const STEPS = [['year', 31_536_000], ['month', 2_592_000], ['day', 86_400], ['hour', 3600], ['minute', 60]];

/** Sentences to authors, by language and then by key. */
export const decisions = given.decisions;

/** Whether there are words for this key. */
export function has(key) {
  return Object.hasOwn(given.texts, key);
}

/** The text of the key, with the values in its places. A key without words stands for itself. */
export function say(key, ...values) {
  const text = has(key) ? given.texts[key] : key;
  return text.replace(/\{(\d)\}/g, (place, index) => String(values[index] ?? place));
}

/** The words for something that the server names, such as a category; its own name where there are none. */
export function named(group, name) {
  const key = `${group}.${name}`;
  return has(key) ? say(key) : String(name);
}

/** The text of the key in the form that goes with the number. */
export function counted(key, count) {
  return say(`${key}.${plurals.select(count)}`, number(count));
}

/** A whole number. */
export function number(value) {
  return new Intl.NumberFormat(language).format(value);
}

/** "3 hours ago"; a moment that is still to come by this machine's clock is "just now". */
export function ago(instant) {
  const seconds = Math.max(0, (Date.now() - Date.parse(instant)) / 1000);
  const [unit, step] = STEPS.find((each) => seconds >= each[1]) ?? [];
  return unit ? ages.format(-Math.floor(seconds / step), unit) : say('age.now');
}

/** Day and time. */
export function moment(instant) {
  return moments.format(new Date(instant));
}

/** The day alone. */
export function day(instant) {
  return days.format(new Date(instant));
}

/** The time of the day; with the day where that is another one. */
export function until(instant) {
  const then = new Date(instant);
  return then.toDateString() === new Date().toDateString() ? times.format(then) : moments.format(then);
}

/** "2:03" for the eye. */
export function length(micros) {
  return clock(Math.round(micros / 1_000_000));
}

/** "2 minutes, 3 seconds" for the ear. */
export function spokenLength(micros) {
  const all = Math.round(micros / 1_000_000);
  const parts = [['hour', Math.floor(all / 3600)], ['minute', Math.floor(all / 60) % 60], ['second', all % 60]];
  const told = parts.filter(([unit, value]) => value > 0 || (unit === 'second' && all === 0));
  return units.format(told.map(([unit, value]) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value)));
}
