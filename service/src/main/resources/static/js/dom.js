/** Small helpers that build and update the page in place. */

export const byId = id => document.getElementById(id);

/** Creates an element from attributes (undefined and false are left out) and children (nodes or text). */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'onclick') element.addEventListener('click', value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

/** Sets text and tooltip only where they changed, so that selections and screen readers are left in peace. */
export function put(element, text, title) {
  const next = String(text);
  if (element.textContent !== next) element.textContent = next;
  if ((title || '') !== element.title) element.title = title || '';
  return element;
}

/** Sets an attribute only if it changed. */
export function mark(element, name, value) {
  if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}

/**
 * Shows a list in place: keeps an element per key, creates missing ones, drops gone ones, moves as few as it can.
 * The element that has the keyboard focus keeps it.
 */
export function keyed(parent, items, keyOf, create, update) {
  const known = parent.keyedNodes ||= new Map();
  const wanted = new Map(items.map(item => [keyOf(item), item]));
  const focused = document.activeElement;
  for (const [key, node] of known) {
    if (!wanted.has(key)) { node.remove(); known.delete(key); }
  }
  let place = [...parent.children].find(child => child.keyed) || null;
  for (const [key, item] of wanted) {
    let node = known.get(key);
    if (!node) {
      known.set(key, node = create(item));
      node.keyed = true;
    }
    if (node === place) place = place.nextSibling;
    else parent.insertBefore(node, place);
    update(node, item);
  }
  if (focused !== document.activeElement && parent.contains(focused)) focused.focus({preventScroll: true});
}

/** Finds a part of an element by its data-part name. */
export const part = (element, name) => element.querySelector(`[data-part="${name}"]`);
