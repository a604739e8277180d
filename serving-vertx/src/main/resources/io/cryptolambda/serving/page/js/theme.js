// The palette of page.css, for the canvas.

const NAMES = ['ground', 'panel', 'raised', 'line', 'ink', 'soft', 'faint', 'up', 'down', 'batch', 'speed', 'provisional', 'study', 'volume'];

export function palette() {
  const style = getComputedStyle(document.documentElement);
  const colours = Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue('--' + name).trim()]));
  return { ...colours, font: getComputedStyle(document.body).fontFamily };
}

export function onThemeChange(listener) {
  matchMedia('(prefers-color-scheme: light)').addEventListener('change', listener);
}
