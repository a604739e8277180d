// The chart by keyboard.

const ACTIONS = {
  ArrowLeft: (chart, event) => (event.shiftKey ? chart.pan(-0.5) : chart.step(-1)),
  ArrowRight: (chart, event) => (event.shiftKey ? chart.pan(0.5) : chart.step(1)),
  PageUp: (chart) => chart.pan(-1),
  PageDown: (chart) => chart.pan(1),
  Home: (chart) => chart.pan(-1e9),
  End: (chart) => chart.pan(1e9),
  '+': (chart) => chart.zoomBy(0.7),
  '=': (chart) => chart.zoomBy(0.7),
  '-': (chart) => chart.zoomBy(1.4),
  Escape: (chart) => chart.pointAt(undefined),
};

/** `spoken` is called after a step, to read the bar out. */
export function keyboard(element, chart, spoken) {
  element.addEventListener('keydown', (event) => {
    const action = ACTIONS[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey || !chart.timeline.length) return;
    event.preventDefault();
    action(chart, event);
    spoken();
  });
}
