// Dark or light: as the system is, unless chosen here. The palette of tokens.css, for the canvas.

const COLOURS = [
  'ground', 'panel', 'raised', 'line', 'ink', 'soft', 'faint', 'up', 'down', 'batch-fill', 'speed-fill', 'provisional-fill', 'warn',
  'study-1', 'study-2', 'study-3', 'study-4', 'study-5', 'study-6', 'study-7', 'study-8',
];
const NEXT = { auto: 'light', light: 'dark', dark: 'auto' };
const KEY = 'theme';

const listeners = new Set();
const light = matchMedia('(prefers-color-scheme: light)');

export function palette() {
  const probe = document.createElement('span');
  document.body.append(probe);
  const resolved = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = Object.fromEntries(COLOURS.map((name) => [name, resolved(name)]));
  probe.remove();
  return { ...colours, font: getComputedStyle(document.body).fontFamily };
}

export const onThemeChange = (listener) => listeners.add(listener);

/** Makes the button that goes through auto, light and dark. */
export function themeSwitch(button) {
  const shown = () => document.documentElement.dataset.theme ?? 'auto';
  const label = () => {
    button.title = 'Colours: ' + (shown() === 'auto' ? 'as the system' : shown());
    button.setAttribute('aria-label', button.title + '. Change');
    button.dataset.theme = shown();
  };
  button.onclick = () => {
    const next = NEXT[shown()];
    if (next === 'auto') {
      delete document.documentElement.dataset.theme;
      localStorage.removeItem(KEY);
    } else {
      document.documentElement.dataset.theme = next;
      localStorage.setItem(KEY, next);
    }
    label();
    listeners.forEach((listener) => listener());
  };
  light.addEventListener('change', () => listeners.forEach((listener) => listener()));
  label();
}
