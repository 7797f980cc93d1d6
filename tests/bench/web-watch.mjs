/**
 * What runs inside a measured page before anything of its own (it is sent there as text, so it uses nothing from
 * outside): it notes when words can be read and used, blocking, shifts, and how long an answer takes.
 */

/** @param {{ readable: string[], usable: string[], socket: boolean, mine: string, bot: string }} spec CSS selectors */
export function watch(spec) {
  const rig = { marks: {}, long: [], shift: 0, slowest: 0, shiftsBy: [] };
  window.__rig = rig;
  const observe = (type, take, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
      ...more,
    });
  observe('longtask', ({ startTime, duration }) => rig.long.push([startTime, duration]));
  observe('layout-shift', (entry) => {
    if (entry.hadRecentInput) return;
    rig.shift += entry.value;
    for (const { node } of entry.sources) rig.shiftsBy.push(node?.className || node?.nodeName || '?');
  });
  observe('paint', ({ name, startTime }) => {
    rig.marks[name] = startTime;
  });
  observe('largest-contentful-paint', ({ startTime }) => {
    rig.marks.largest = startTime;
  });
  observe('event', ({ duration }) => (rig.slowest = Math.max(rig.slowest, duration)), {
    durationThreshold: 16,
  });

  /** A moment counts when it has been painted. */
  const painted = (work) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => work(performance.now());
      port2.postMessage(null);
    });
  const inView = (css) =>
    [...document.querySelectorAll(css)].some((node) => {
      const { width, height, top, bottom } = node.getBoundingClientRect();
      return width > 0 && height > 0 && bottom > 0 && top < innerHeight && node.checkVisibility();
    });
  const there = (css) => document.querySelector(css) !== null;

  let heard = !spec.socket;
  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', () => (heard = true), { once: true });
    }
  };
  const waiting = new Map([
    ['readable', () => spec.readable.every(inView)],
    ['usable', () => heard && spec.usable.every(there)],
  ]);
  const look = () => {
    for (const [name, holds] of waiting) {
      if (!holds()) continue;
      waiting.delete(name);
      painted((at) => (rig.marks[name] = at));
    }
    if (waiting.size > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  // Its own scripts have run by now: a press is taken by them.
  addEventListener('DOMContentLoaded', () => setTimeout(() => (rig.marks.scripted = performance.now())));

  /** From the key to the words on the screen: our own, and the first of the answer. In milliseconds. */
  rig.turn = () => {
    const count = (css) => document.querySelectorAll(css).length;
    const before = { echo: count(spec.mine), answer: count(spec.bot) };
    const took = {};
    rig.turned = new Promise((resolve) => {
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          const seen = new MutationObserver(() => {
            for (const [name, css] of [
              ['echo', spec.mine],
              ['answer', spec.bot],
            ]) {
              if (name in took || count(css) <= before[name]) continue;
              took[name] = 0;
              painted((at) => {
                took[name] = at - timeStamp;
                if (took.echo && took.answer) {
                  seen.disconnect();
                  resolve(took);
                }
              });
            }
          });
          seen.observe(document.body, { childList: true, subtree: true });
        },
        { once: true, capture: true },
      );
    });
  };
}
