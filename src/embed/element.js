// The custom element <koyo-check>. It imports nothing of the app: it shows the element's children (the six centres)
// until there is more to show, puts the drawn start in their place (see drawn.js), loads style sheets, WebAssembly and content
// once for the page, and explains a failure in words. See README.md, "On a page of your own".

import { Drawn } from './drawn.js';

const base = new URL('.', import.meta.url);
// The build writes its own mark here, so that all files are of one build whatever a cache has kept of another.
const MARK = '';
// And here the files of content, in the order in which they are needed.
const CONTENT = [];
// The texts of the second language, for which nobody waits who reads the first.
const SECOND = 'texts.en.bin';
const isSecond = (lang) => lang.startsWith('en');
const STYLES = new URL(`koyo-check.css${MARK}`, base);
const LATER_STYLES = new URL(`koyo-check-later.css${MARK}`, base);
const drawnOf = (language) => new URL(`start.${language}.txt${MARK}`, base);
const GLUE = new URL(`koyo-check.js${MARK}`, base);
const WASM = new URL(`koyo-check_bg.wasm${MARK}`, base);

// Wording of failures stands here because it must work when nothing else does.
const FAILURES = {
  ja: {
    lead: '質問の画面を開けませんでした。下の電話番号から、センターに直接ご相談いただけます。',
    csp: '原因：このページの設定（CSP）が WebAssembly を止めています。サイトの管理者の方は、script-src に \'wasm-unsafe-eval\' を加えてください。',
    wasm: '原因：お使いのブラウザーでは WebAssembly が使えません。ブラウザーを新しくするか、別のブラウザーで開いてください。',
    load: '原因：必要なファイルを読み込めませんでした。通信を確かめて、ページを読み込み直してください。',
    crash: '原因：画面の中で誤りが起きました。答えは残っています。ページを読み込み直してください。',
  },
  en: {
    lead: 'The questionnaire could not be opened. You can call a centre directly at the numbers below.',
    csp: 'Cause: the policy of this page (CSP) blocks WebAssembly. Site owners: add \'wasm-unsafe-eval\' to script-src.',
    wasm: 'Cause: this browser cannot run WebAssembly. Update it or use another browser.',
    load: 'Cause: a needed file could not be loaded. Check the connection and reload the page.',
    crash: 'Cause: an error occurred inside the widget. Your answers are kept. Reload the page.',
  },
};

class LoadError extends Error {}

// Everything is loaded once for the page. What failed is not remembered, so that it can be tried again.
const loaded = new Map();
function once(name, load) {
  if (!loaded.has(name)) {
    const loading = load();
    loading.catch(() => { loaded.delete(name); });
    loaded.set(name, loading);
  }
  return loaded.get(name);
}

// Bytes rather than a stream, and no check of the media type: works whatever the host's server sends. What came damaged may
// stand in a cache, here or on the way: `cache` says to ask for it anew.
async function bytes(url, cache = 'default') {
  try {
    const response = await fetch(url, { cache });
    if (!response.ok) throw new Error(`${response.status}`);
    return await response.arrayBuffer();
  } catch (cause) {
    throw new LoadError(`cannot load ${url.pathname}`, { cause });
  }
}

const styles = (url) => once(url.href, async () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(new TextDecoder().decode(await bytes(url)));
  return sheet;
});
const drawn = (language) => once(`start ${language}`, async () => new TextDecoder().decode(await bytes(drawnOf(language))));
const failed = new Set(); // files of content that did not arrive, or damaged
const content = (name) => once(name, async () => {
  const read = await bytes(new URL(name + MARK, base), failed.has(name) ? 'reload' : 'default');
  return new Uint8Array(read);
});
let isAppHere = false;
const app = () => once('app', async () => {
  if (typeof WebAssembly !== 'object') throw new Error('WebAssembly is missing');
  const code = await bytes(WASM);
  // The line is free while the browser compiles.
  CONTENT.filter((name) => name !== SECOND).forEach(content);
  const compiled = await WebAssembly.compile(code);
  isAppHere = true;
  return compiled;
});

// Each widget of a page has a memory of its own, so that one that dies ends no other. The glue holds one memory, hence one
// glue for each: the browser takes an address with another fragment for another script, and the file is the same.
let glues = 0;
async function room() {
  glues += 1;
  const importing = import(glues === 1 ? GLUE.href : `${GLUE.href}#${glues}`)
    .catch((cause) => { throw new LoadError('cannot load the app', { cause }); });
  const [glue, code] = await Promise.all([importing, app()]);
  await glue.default({ module_or_path: code });
  const place = document.createElement('div');
  place.className = 'frame';
  return { place, widget: new glue.Widget(place, guarded(place)), isSound: true };
}

// What a widget ran in stays for good and is used again: neither scripts nor what Yew drew in are ever let go of.
const rooms = [];

// Yew takes for granted that what it drew stands as it drew it, but translators of pages put elements of their own where text
// stood, wrap it, or move it. So before each drawing everything is put back, and after it what others had made of texts that
// did not change. What may be read in between is one turn of the page: nobody sees it.
function guarded(place) {
  const watched = { childList: true, subtree: true };
  const changes = [];
  const watch = new MutationObserver((records) => { changes.push(...records); });
  watch.observe(place, watched);
  let theirs = [];
  return (isBegun) => {
    if (isBegun) {
      changes.push(...watch.takeRecords());
      watch.disconnect();
      theirs = putBack(changes.splice(0));
    } else {
      watch.observe(place, watched);
      theirs.splice(0).forEach(showAgain);
    }
  };
}

// Undoes the changes, last first. Answers of each element that was changed what stood in it and what stands in it now.
function putBack(changes) {
  const seen = new Map(changes.map(({ target }) => [target, { shown: Array.from(target.childNodes), said: target.textContent }]));
  for (const { target, addedNodes, removedNodes, nextSibling } of changes.reverse()) {
    for (const node of addedNodes) if (node.parentNode === target) node.remove();
    const before = nextSibling?.parentNode === target ? nextSibling : null;
    for (const node of removedNodes) target.insertBefore(node, before);
  }
  return Array.from(seen, ([target, then]) => ({ target, ...then, own: Array.from(target.childNodes), ownSaid: target.textContent }));
}

// Only where nothing but text stands, for anything else may have the focus; and only where it still says the same.
function showAgain({ target, shown, said, own, ownSaid }) {
  const now = target.childNodes;
  const isSame = own.length > 0 && now.length === own.length && target.textContent === ownSaid
    && own.every((node, at) => node === now[at] && node.nodeType === Node.TEXT_NODE);
  const isWhole = shown.map((node) => node.textContent).join('') === said;
  if (isSame && isWhole && target.isConnected) target.replaceChildren(...shown);
}

function causeOf(error) {
  if (error instanceof LoadError) return 'load';
  if (typeof WebAssembly !== 'object') return 'wasm';
  if (/unsafe-eval|Content Security Policy|CSP|blocked|disallowed/i.test(`${error?.name} ${error?.message}`)) return 'csp';
  return error instanceof WebAssembly.CompileError ? 'csp' : 'crash';
}

// WebAssembly that fails shows itself as an error of its own kind, to the page as a whole: each widget is asked for a sign of
// life.
const PATIENCE = 500; // milliseconds; drawing anew takes a few
const running = new Set(); // of each widget what it can be told from outside it: see #told
function lookAfterAll(error) {
  if (error instanceof WebAssembly.RuntimeError) for (const told of running) told.look(error);
}
addEventListener('error', (event) => lookAfterAll(event.error));
addEventListener('unhandledrejection', (event) => lookAfterAll(event.reason));
addEventListener('pagehide', () => { for (const told of running) told.keep(); });
// A device that slept over midnight wakes on another day.
function lookAtClocks() { for (const told of running) told.clock(); }
addEventListener('pageshow', lookAtClocks);
document.addEventListener('visibilitychange', lookAtClocks);

// What is pressed while a person is in a text field. What leaving the field changes, an error under it for one, may move a
// button away from under the pointer, and the press would be lost: so the field is left only with the click. Not so for
// choices: they are checked before their click is told, and a drawing in between would take that back.
function pressedBeside(event) {
  const field = event.currentTarget.activeElement;
  if (!field?.matches('input:not([type=radio], [type=checkbox]), textarea')) return null;
  const pressed = event.composedPath().find((one) => one.matches?.('button, summary, a[href]'));
  return pressed?.contains(field) ? null : pressed;
}

// Two widgets of a page keep their answers apart. The same widget finds its own again after a reload, and so does one that is
// put in anew in the place of one that was taken out.
const names = new Set();
function freeName() {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? 'main' : `main-${n}`;
    if (!names.has(name)) return name;
  }
}

// Whether an element may find answers, and so begin elsewhere than at the start. What they say is for the app.
function mayHaveAnswers(id) {
  const isOurs = (key) => (id ? key === `koyo-check:${id}` : /^koyo-check:main(-\d+)?$/.test(key));
  try {
    return [sessionStorage, localStorage].some((storage) => Object.keys(storage).some(isOurs));
  } catch {
    return false; // Where nothing can be read, nothing is found.
  }
}

class KoyoCheck extends HTMLElement {
  static observedAttributes = ['lang', 'start'];

  #room; // what the widget runs in, while it does
  #slot;
  #message;
  #drawn;
  #styled; // comes when the first screen has its style
  #name;
  #kept; // answers of a widget that was taken out of the page
  #starting = false;
  #arrived = new Set(); // files of content that the widget has

  connectedCallback() {
    if (!this.#drawn) this.#build();
    if (!this.#room && !this.#starting) this.#start();
  }

  disconnectedCallback() {
    // A move in the page disconnects and connects in one go: only a real removal ends the app.
    queueMicrotask(() => {
      if (this.isConnected) return;
      names.delete(this.#name);
      if (!this.#room) return;
      const room = this.#leave();
      this.#kept = room.widget.close();
      if (room.isSound) rooms.push(room);
    });
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (this.#starting) this.#showDrawn();
    this.#room?.widget.configure(name, now ?? '');
  }

  #build() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.#message = document.createElement('div');
    this.#message.setAttribute('role', 'alert');
    this.#slot = root.querySelector('slot') ?? document.createElement('slot');
    root.prepend(this.#message);
    root.append(this.#slot);
    this.#drawn = new Drawn(root);
    this.#slot.hidden = this.#drawn.isThere;
    root.addEventListener('mousedown', (event) => { if (pressedBeside(event)) event.preventDefault(); }, true);
    root.addEventListener('click', (event) => { pressedBeside(event)?.focus(); }, true);
  }

  // The page may bring the first sheet with the drawn screen. Comes with the sheets to adopt.
  async #style() {
    const link = this.shadowRoot.querySelector('link');
    const own = async () => {
      const sheet = await styles(STYLES);
      this.shadowRoot.adoptedStyleSheets = [sheet];
      return [sheet];
    };
    if (!link) return own();
    if (link.sheet) return [];
    // Whether it is still to come or has failed cannot be seen.
    const linked = new Promise((done) => { link.addEventListener('load', () => done([])); });
    return Promise.race([linked, own()]);
  }

  async #showDrawn() {
    if (isAppHere) return;
    const isStart = !this.getAttribute('start') && !mayHaveAnswers(this.id);
    if (await this.#drawn.show(isSecond(this.lang) ? 'en' : 'ja', isStart, drawn, this.#styled)) this.#slot.hidden = true;
  }

  async #start() {
    this.#starting = true;
    try {
      this.#styled = this.#style();
      this.#showDrawn();
      // Who reads the second language waits for its texts; without them the first stands in. It may be set meanwhile.
      const secondTexts = () => isSecond(this.lang) && content(SECOND).catch(() => {});
      secondTexts();
      const [free, first, later] = await Promise.all([rooms.pop() ?? room(), this.#styled, styles(LATER_STYLES)]);
      await secondTexts();
      if (!this.isConnected) {
        rooms.push(free);
        return;
      }
      // Only now: what is replaced in one go is taken out after the new one was put in.
      if (!this.#name || names.has(this.#name)) this.#name = this.id || freeName();
      names.add(this.#name);
      this.shadowRoot.adoptedStyleSheets = [...first, later];
      this.#room = free;
      free.place.hidden = true;
      this.#slot.before(free.place);
      const start = this.getAttribute('start') ?? '';
      free.widget.open(this.#name, this.lang, start, this.#kept ?? '', () => this.#complete(), () => { this.#stands(free); });
      running.add(this.#told);
      this.#complete();
    } catch (error) {
      this.#fail(causeOf(error), error);
    } finally {
      this.#starting = false;
    }
  }

  // The living screen is drawn for the first time. Until it is, the page may be painted: Yew gives the browser a turn now and then.
  async #stands(room) {
    await this.#drawn.released();
    if (this.#room !== room) return;
    this.#drawn.giveWay(room.place);
    this.#slot.hidden = true;
    this.#message.replaceChildren();
    this.dispatchEvent(new CustomEvent('koyo-check-ready', { bubbles: true, composed: true }));
  }

  // What the first question does not need comes right after it, so that nothing is requested later on.
  async #complete() {
    const room = this.#room;
    room.widget.cut_off(false);
    const missing = CONTENT.filter((name) => !this.#arrived.has(name));
    // Parted before anything is waited for: the language may change meanwhile.
    const [second, others] = [missing.filter((name) => name === SECOND), missing.filter((name) => name !== SECOND)];
    const [before, behind] = isSecond(this.lang) ? [second, []] : [[], second];
    const first = await this.#bring(room, [...before, ...others]);
    const complete = await this.#bring(room, behind) && first;
    if (this.#room !== room) return;
    if (complete) this.setAttribute('data-loaded', '');
    else room.widget.cut_off(true);
  }

  // These come side by side and are handed over in the order in which they are needed. Answers whether all did.
  async #bring(room, files) {
    let complete = true;
    const coming = new Map(files.map((name) => [name, content(name)]));
    for (const [name, file] of coming) {
      try {
        const read = await file;
        if (this.#room !== room) return false;
        room.widget.arrived(name, read);
        this.#arrived.add(name);
      } catch (error) {
        console.warn('koyo-check:', name, 'did not arrive; the widget goes on without it.', error);
        // It may have come, but damaged or of another build.
        loaded.delete(name);
        failed.add(name);
        complete = false;
      }
    }
    return complete;
  }

  #told = {
    keep: () => this.#tell((widget) => widget.keep()),
    clock: () => this.#tell((widget) => widget.look_at_clock()),
    look: (error) => this.#look(error),
  };

  #tell(what) {
    try {
      if (this.#room) what(this.#room.widget);
    } catch {
      // What is broken keeps no more; what it kept before is there. The next widget is to be told too.
    }
  }

  // The failure may be that of another widget, or come from other code on the page.
  async #look(error) {
    const room = this.#room;
    let isAlive = false;
    try {
      room.isSound = false;
      const before = room.widget.answered();
      room.widget.ask();
      await new Promise((done) => { setTimeout(done, PATIENCE); });
      isAlive = this.#room !== room || room.widget.answered() !== before;
      room.isSound = isAlive;
    } catch {
      // What throws when it is asked is not alive.
    }
    if (!isAlive) this.#fail('crash', error);
  }

  // The widget's room is this element's no more, and the centres are to be seen.
  #leave() {
    const room = this.#room;
    running.delete(this.#told);
    this.#room = undefined;
    this.#arrived.clear();
    room?.place.remove();
    this.#slot.hidden = false;
    return room;
  }

  #fail(cause, error) {
    this.#told.keep();
    this.#leave();
    const words = FAILURES[this.lang === 'en' ? 'en' : 'ja'];
    const lines = [words.lead, words[cause] ?? words.crash].map((text) => {
      const line = document.createElement('p');
      line.textContent = text;
      return line;
    });
    this.#message.replaceChildren(...lines);
    this.#message.lang = this.lang === 'en' ? 'en' : 'ja';
    this.#drawn.end();
    this.setAttribute('data-failed', cause);
    if (error) console.error('koyo-check:', words[cause] ?? words.crash, error);
  }
}

// A second copy of this script, or another element of this name, is left alone.
if (!customElements.get('koyo-check')) {
  try {
    customElements.define('koyo-check', KoyoCheck);
  } catch (error) {
    console.warn('koyo-check: the element could not be registered.', error);
  }
}
