// Builds what is shown. Everything from the server is put in as text; nothing is ever parsed as markup.

const ICONS = '/assets/icons.svg';
const SVG = 'http://www.w3.org/2000/svg';

/**
 * An element.
 * @param {string} name of the tag
 * @param {Object} [properties] attributes; `on` holds listeners by event, `data` data attributes; what is null,
 *   undefined or false is left out
 * @param {...(Node|string|null|undefined|false|Array)} children strings become text
 */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === 'on') {
      Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
    } else if (key === 'data') {
      Object.assign(element.dataset, value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...kept(children));
  return element;
}

/** Puts these in place of whatever the element holds. */
export function fill(element, ...children) {
  element.replaceChildren(...kept(children));
  return element;
}

/** One of the product's icons, for the eye alone. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `${ICONS}#${name}`);
  svg.append(use);
  return svg;
}

/** A button that does not send a form. */
export function button(label, onClick, properties = {}) {
  return el('button', { type: 'button', class: 'button', ...properties, on: { click: onClick } }, label);
}

/** A moment of which the exact one is told on hover. */
export function time(instant, shown, exact) {
  return el('time', { datetime: instant, title: exact }, shown);
}

/** An address on this server, or nothing: what the API says is not taken to other places. */
export function here(address) {
  return typeof address === 'string' && /^\/[^/\\]/.test(address) ? address : null;
}

/** What fills a place where there is nothing else: a title of that level, what to do next, and perhaps a button. */
export function notice(iconName, heading, title, next, ...more) {
  return el('section', { class: 'notice' }, icon(iconName), el(heading, { tabindex: '-1' }, title), el('p', {}, next), ...more);
}

function kept(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}
