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
  const importing = import(GLUE.href).catch((cause) => { throw new LoadError('cannot load the app', { cause }); });
  const [glue, module] = await Promise.all([importing, bytes(WASM)]);
  // The line is free while the browser compiles.
  CONTENT.filter((name) => name !== SECOND).forEach(content);
  await glue.default({ module_or_path: module });
  isAppHere = true;
  return glue;
});

function causeOf(error) {
  if (error instanceof LoadError) return 'load';
  if (typeof WebAssembly !== 'object') return 'wasm';
  if (/unsafe-eval|Content Security Policy|CSP|blocked|disallowed/i.test(`${error?.name} ${error?.message}`)) return 'csp';
  return error instanceof WebAssembly.CompileError ? 'csp' : 'crash';
}

// WebAssembly that fails shows itself as an error of its own kind, to the page as a whole.
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

  #widget; // the running app, a handle of the glue
  #mountPoint;
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
    if (!this.#widget && !this.#starting) this.#start();
  }

  disconnectedCallback() {
    // A move in the page disconnects and connects in one go: only a real removal ends the app.
    queueMicrotask(() => {
      if (this.isConnected) return;
      names.delete(this.#name);
      if (!this.#widget) return;
      running.delete(this.#told);
      this.#kept = this.#widget.close();
      this.#widget = undefined;
      this.#arrived.clear();
      this.#mountPoint.replaceChildren();
      this.#slot.hidden = false;
    });
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (this.#starting) this.#showDrawn();
    this.#widget?.configure(name, now ?? '');
  }

  #build() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.#drawn = new Drawn(root);
    this.#mountPoint = document.createElement('div');
    this.#mountPoint.className = 'frame';
    this.#message = document.createElement('div');
    this.#message.setAttribute('role', 'alert');
    this.#slot = root.querySelector('slot') ?? document.createElement('slot');
    root.prepend(this.#message);
    root.append(this.#mountPoint, this.#slot);
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
      const [glue, first, later] = await Promise.all([app(), this.#styled, styles(LATER_STYLES)]);
      await secondTexts();
      if (!this.isConnected) return;
      // Only now: what is replaced in one go is taken out after the new one was put in.
      if (!this.#name || names.has(this.#name)) this.#name = this.id || freeName();
      names.add(this.#name);
      this.shadowRoot.adoptedStyleSheets = [...first, later];
      this.#mountPoint.replaceChildren();
      this.#mountPoint.hidden = true;
      const start = this.getAttribute('start') ?? '';
      this.#widget = glue.mount(this.#mountPoint, this.#name, this.lang, start, this.#kept ?? '', () => this.#complete(), () => { this.#stands(); });
      running.add(this.#told);
      this.#complete();
    } catch (error) {
      this.#fail(causeOf(error), error);
    } finally {
      this.#starting = false;
    }
  }

  // The living screen is drawn for the first time. Until it is, the page may be painted: Yew gives the browser a turn now and then.
  async #stands() {
    await this.#drawn.released();
    if (!this.#widget) return;
    this.#drawn.giveWay(this.#mountPoint);
    this.#slot.hidden = true;
    this.#message.replaceChildren();
    if (this.getAttribute('history') === 'on') this.#widget.follow_history();
    this.dispatchEvent(new CustomEvent('koyo-check-ready', { bubbles: true, composed: true }));
  }

  // What the first question does not need comes right after it, so that nothing is requested later on.
  async #complete() {
    const widget = this.#widget;
    widget.cut_off(false);
    const missing = CONTENT.filter((name) => !this.#arrived.has(name));
    // Parted before anything is waited for: the language may change meanwhile.
    const [second, others] = [missing.filter((name) => name === SECOND), missing.filter((name) => name !== SECOND)];
    const [before, behind] = isSecond(this.lang) ? [second, []] : [[], second];
    const first = await this.#bring(widget, [...before, ...others]);
    const complete = await this.#bring(widget, behind) && first;
    if (this.#widget !== widget) return;
    if (complete) this.setAttribute('data-loaded', '');
    else widget.cut_off(true);
  }

  // These come side by side and are handed over in the order in which they are needed. Answers whether all did.
  async #bring(widget, files) {
    let complete = true;
    const coming = new Map(files.map((name) => [name, content(name)]));
    for (const [name, file] of coming) {
      try {
        const read = await file;
        if (this.#widget !== widget) return false;
        widget.arrived(name, read);
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
    keep: () => this.#widget?.keep(),
    clock: () => this.#widget?.look_at_clock(),
    look: (error) => this.#look(error),
  };

  // All widgets share one memory, so a failure may have stopped this one too, or come from other code on the page.
  async #look(error) {
    const widget = this.#widget;
    let isAlive = false;
    try {
      const before = widget.answered();
      widget.ask();
      await new Promise((done) => { setTimeout(done, PATIENCE); });
      isAlive = this.#widget !== widget || widget.answered() !== before;
    } catch {
      // What throws when it is asked is not alive.
    }
    if (!isAlive) this.#fail('crash', error);
  }

  #fail(cause, error) {
    running.delete(this.#told);
    try {
      this.#told.keep();
    } catch {
      // What is broken keeps no more; what it kept before is there.
    }
    const words = FAILURES[this.lang === 'en' ? 'en' : 'ja'];
    const lines = [words.lead, words[cause] ?? words.crash].map((text) => {
      const line = document.createElement('p');
      line.textContent = text;
      return line;
    });
    this.#message.replaceChildren(...lines);
    this.#message.lang = this.lang === 'en' ? 'en' : 'ja';
    this.#drawn.end();
    this.#mountPoint.replaceChildren();
    this.#slot.hidden = false;
    this.#widget = undefined;
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
