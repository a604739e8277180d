// Paints many things over several frames: as much in each as leaves it time to be drawn.

const BUDGET_MILLIS = 3;
const MOST_A_FRAME = 8;

export class Painter {
  /** @param paint called with each thing */
  constructor(paint) {
    this.paintOne = paint;
    this.waiting = new Set();
    this.asked = false;
  }

  /** Things to be painted; one that waits already is painted once. */
  paint(things) {
    things.forEach((thing) => this.waiting.add(thing));
    this.next();
  }

  next() {
    if (this.asked || this.waiting.size === 0) return;
    this.asked = true;
    requestAnimationFrame(() => this.frame());
  }

  frame() {
    this.asked = false;
    const begun = performance.now();
    let painted = 0;
    for (const thing of this.waiting) {
      if (painted === MOST_A_FRAME || (painted > 0 && performance.now() - begun > BUDGET_MILLIS)) break;
      this.waiting.delete(thing);
      this.paintOne(thing);
      painted += 1;
    }
    this.next();
  }
}
