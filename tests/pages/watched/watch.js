// Before any other script: a clock that can be put forward, long timers that ring when told, and counts of what is alive.
const real = Date.now.bind(Date);
const start = Date.parse(new URLSearchParams(location.search).get('now') ?? '') || real();
window.ahead = start - real();
Date.now = () => real() + window.ahead;

const LONG = 120_000; // milliseconds: longer than what a driver itself puts into the page
const rings = new Map();
window.longTimers = () => Array.from(rings.values(), (one) => one.delay);
window.ring = () => { for (const [id, one] of Array.from(rings)) { rings.delete(id); one.then(); } };
const { setTimeout: setReal, clearTimeout: clearReal } = window;
let next = 1_000_000_000;
window.setTimeout = (then, delay, ...rest) => {
  if (!(delay >= LONG)) return setReal(then, delay, ...rest);
  rings.set(next, { then: () => then(...rest), delay });
  return next++;
};
window.clearTimeout = (id) => { if (!rings.delete(id)) clearReal(id); };

window.listening = 0;
for (const [name, one] of [['addEventListener', 1], ['removeEventListener', -1]]) {
  const own = EventTarget.prototype[name];
  EventTarget.prototype[name] = function (...rest) {
    // What listens in a shadow root goes with its element.
    if (!(this instanceof ShadowRoot)) window.listening += one;
    return own.apply(this, rest);
  };
}

window.memories = [];
for (const name of ['instantiate', 'instantiateStreaming']) {
  const own = WebAssembly[name];
  WebAssembly[name] = async (...rest) => {
    const made = await own(...rest);
    window.memories.push((made.instance ?? made).exports.memory);
    return made;
  };
}
