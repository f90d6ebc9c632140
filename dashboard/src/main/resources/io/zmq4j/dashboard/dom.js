// Everything a page shows is made and changed here. A text becomes a text node, never markup.

const SVG = "http://www.w3.org/2000/svg";

export function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// Makes what is shown look like what was made anew. What stays the same stays: the focus, a selection, what is scrolled.
// A child with a data-key is found again by it.
export function morph(shown, fresh) {
  if (shown.nodeName !== fresh.nodeName || shown.nodeType !== fresh.nodeType) {
    shown.replaceWith(fresh);
  } else if (shown.nodeType !== Node.ELEMENT_NODE) {
    if (shown.data !== fresh.data) {
      shown.data = fresh.data;
    }
  } else {
    morphAttributes(shown, fresh);
    morphChildren(shown, fresh);
  }
}

// What the user has opened or typed is the user's.
const KEPT = new Set(["open", "value"]);

function morphAttributes(shown, fresh) {
  for (const { name, value } of [...fresh.attributes]) {
    if (shown.getAttribute(name) !== value) {
      shown.setAttribute(name, value);
    }
  }
  for (const { name } of [...shown.attributes]) {
    if (!fresh.hasAttribute(name) && !KEPT.has(name)) {
      shown.removeAttribute(name);
    }
  }
  if (shown instanceof HTMLInputElement && shown.type === "checkbox") {
    shown.checked = fresh.hasAttribute("checked");
  }
}

export function morphChildren(shown, fresh) {
  const keyed = new Map();
  for (const child of shown.children) {
    if (child.dataset.key !== undefined) {
      keyed.set(child.dataset.key, child);
    }
  }
  let at = shown.firstChild;
  for (const child of [...fresh.childNodes]) {
    const key = child.dataset?.key;
    const same = key === undefined ? null : keyed.get(key);
    if (same) {
      if (same === at) {
        at = at.nextSibling;
      } else {
        shown.insertBefore(same, at);
      }
      morph(same, child);
    } else if (key === undefined && at && at.dataset?.key === undefined) {
      const next = at.nextSibling;
      morph(at, child);
      at = next;
    } else {
      shown.insertBefore(child, at);
    }
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}
