// Elements made of plain text: nothing that came from elsewhere is ever read as markup.

const SVG = 'http://www.w3.org/2000/svg';

export const by = (id) => document.getElementById(id);

/** An element of a class with children, which are elements or text. */
export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** The same with attributes. */
export function withAttributes(made, attributes) {
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

export const svg = (tag, attributes) => withAttributes(document.createElementNS(SVG, tag), attributes);

/** Writes text only where it differs, so that what stays the same costs nothing. */
export function setText(target, text) {
  if (target.textContent !== text) target.textContent = text;
}

/** The same of a data attribute, whose writing may restyle much. */
export function setData(target, name, value) {
  if (target.dataset[name] !== value) target.dataset[name] = value;
}

/** Makes children of `target` what `made` are, and keeps elements that stay, with their focus, scrolling and openness. */
export function patch(target, made) {
  const held = [...target.childNodes];
  made.forEach((node, i) => {
    const old = held[i];
    if (!old) target.append(node);
    else if (old.nodeName !== node.nodeName || old.className !== node.className) old.replaceWith(node);
    else if (node.nodeType === Node.TEXT_NODE) setText(old, node.textContent);
    else patch(old, [...node.childNodes]);
  });
  held.slice(made.length).forEach((node) => node.remove());
}

/** Buttons of which one, `current`, is chosen; `choose` is called with a value. */
export function segments(group, values, current, choose, label = (value) => value) {
  group.replaceChildren(...values.map((value) => {
    const button = element('button', '', label(value));
    button.type = 'button';
    button.dataset.value = value;
    button.onclick = () => choose(value);
    return button;
  }));
  press(group, (value) => value === current);
}

/** Marks the buttons of a group whose value is on. */
export function press(group, isOn) {
  for (const button of group.children) button.setAttribute('aria-pressed', String(isOn(button.dataset.value)));
}

/** Calls `work` in the next frame at most once, however often it is asked for, and not before `millis` have gone by. */
export function coalesced(work, millis = 0) {
  let asked = false;
  let last = -Infinity;
  return () => {
    if (asked) return;
    asked = true;
    const wait = Math.max(0, last + millis - performance.now());
    setTimeout(() => requestAnimationFrame(() => {
      asked = false;
      last = performance.now();
      work();
    }), wait);
  };
}
