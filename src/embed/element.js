// The custom element <koyo-check>. It imports nothing of the app: it shows the element's children (the six centres)
// until the app runs, loads style sheet and WebAssembly once for the page, and explains a failure in words.
// See README.md, "Embedding".

const base = new URL('.', import.meta.url);
// The build writes its own mark here, so that all files are of one build whatever a cache has kept of another.
const MARK = '';
const STYLES = new URL(`koyo-check.css${MARK}`, base);
const LATER_STYLES = new URL(`koyo-check-later.css${MARK}`, base);
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

// Each style sheet is loaded once for the page.
const sheets = new Map();
function styles(url) {
  if (!sheets.has(url)) {
    const sheet = fetch(url)
      .then((response) => {
        if (!response.ok) throw new LoadError(url);
        return response.text();
      })
      .then((text) => {
        const made = new CSSStyleSheet();
        made.replaceSync(text);
        return made;
      });
    sheet.catch(() => { sheets.delete(url); });
    sheets.set(url, sheet);
  }
  return sheets.get(url);
}

class LoadError extends Error {}

let app;
function loadApp() {
  app ??= start();
  app.catch(() => { app = undefined; });
  return app;
}

async function start() {
  if (typeof WebAssembly !== 'object') throw new Error('WebAssembly is missing');
  let glue;
  let response;
  try {
    [glue, response] = await Promise.all([import(GLUE.href), fetch(WASM)]);
  } catch (cause) {
    throw new LoadError('cannot load the app', { cause });
  }
  if (!response.ok) throw new LoadError(`${WASM.pathname}: ${response.status}`);
  // Bytes rather than a stream: works whatever media type the host's server sends.
  const bytes = await response.arrayBuffer();
  await glue.default({ module_or_path: bytes });
  return glue;
}

function causeOf(error) {
  if (error instanceof LoadError) return 'load';
  if (typeof WebAssembly !== 'object') return 'wasm';
  if (/unsafe-eval|Content Security Policy|CSP|blocked|disallowed/i.test(`${error?.name} ${error?.message}`)) return 'csp';
  return error instanceof WebAssembly.CompileError ? 'csp' : 'crash';
}

// WebAssembly that fails shows itself as an error of its own kind, to the page as a whole.
const PATIENCE = 500; // milliseconds; drawing anew takes a few
const running = new Map(); // of each widget: how to see whether it is alive, and how to have it keep its answers
function lookAfterAll(error) {
  if (error instanceof WebAssembly.RuntimeError) for (const look of running.keys()) look(error);
}
addEventListener('error', (event) => lookAfterAll(event.error));
addEventListener('unhandledrejection', (event) => lookAfterAll(event.reason));
addEventListener('pagehide', () => { for (const keep of running.values()) keep(); });

// Two widgets of a page keep their answers apart; the same widget finds its own again after a reload.
let unnamed = 0;

class KoyoCheck extends HTMLElement {
  static observedAttributes = ['lang', 'start'];

  #widget; // the running app, a handle of the glue
  #mountPoint;
  #slot;
  #message;
  #name;
  #kept; // answers of a widget that was taken out of the page
  #starting = false;
  #toKeep; // a timer: answers are kept right after the screen is drawn
  #arrived = new Set(); // later parts that are here

  connectedCallback() {
    if (!this.shadowRoot) this.#build();
    this.#name ??= this.id || (unnamed++ === 0 ? 'main' : `main-${unnamed}`);
    if (!this.#widget && !this.#starting) this.#start();
  }

  disconnectedCallback() {
    // A move in the page disconnects and connects in one go: only a real removal ends the app.
    queueMicrotask(() => {
      if (this.isConnected || !this.#widget) return;
      running.delete(this.#look);
      this.#kept = this.#widget.close();
      this.#widget = undefined;
      this.#arrived.clear();
      this.#mountPoint.replaceChildren();
      this.#slot.hidden = false;
    });
  }

  attributeChangedCallback(name, before, now) {
    if (before !== now) this.#widget?.configure(name, now ?? '');
  }

  #build() {
    const root = this.attachShadow({ mode: 'open' });
    this.#mountPoint = document.createElement('div');
    this.#mountPoint.className = 'frame';
    this.#message = document.createElement('div');
    this.#message.setAttribute('role', 'alert');
    this.#slot = document.createElement('slot');
    root.append(this.#message, this.#mountPoint, this.#slot);
  }

  async #start() {
    this.#starting = true;
    try {
      const [glue, style] = await Promise.all([loadApp(), styles(STYLES)]);
      if (!this.isConnected) return;
      this.shadowRoot.adoptedStyleSheets = [style];
      this.#mountPoint.replaceChildren();
      this.#widget = glue.mount(this.#mountPoint, this.#name, this.lang, this.getAttribute('start') ?? '', this.#kept ?? '', () => this.#later(glue), () => { this.#toKeep ??= setTimeout(this.#keep); });
      running.set(this.#look, this.#keep);
      this.#slot.hidden = true;
      this.#message.replaceChildren();
      this.dispatchEvent(new CustomEvent('koyo-check-ready', { bubbles: true, composed: true }));
      this.#later(glue);
    } catch (error) {
      this.#fail(causeOf(error), error);
    } finally {
      this.#starting = false;
    }
  }

  // What the first question does not need comes right after it, so that nothing is requested later on.
  async #later(glue) {
    const widget = this.#widget;
    let complete = true;
    widget.cut_off(false);
    // One after the other: the person is answering, and a slow line is theirs.
    for (const part of ['screens', ...glue.later_parts()]) {
      if (this.#arrived.has(part)) continue;
      try {
        if (part === 'screens') {
          const [first, later] = await Promise.all([styles(STYLES), styles(LATER_STYLES), glue.load_screens()]);
          if (this.#widget !== widget) return;
          this.shadowRoot.adoptedStyleSheets = [first, later];
          widget.screens_arrived();
        } else {
          const response = await fetch(new URL(part, base));
          if (!response.ok) throw new LoadError(`${part}: ${response.status}`);
          const bytes = new Uint8Array(await response.arrayBuffer());
          if (this.#widget === widget) widget.arrived(part, bytes);
        }
        if (this.#widget !== widget) return;
        this.#arrived.add(part);
      } catch (error) {
        console.warn('koyo-check:', part, 'did not arrive; the widget goes on without it.', error);
        if (this.#widget !== widget) return;
        complete = false;
      }
    }
    if (complete) this.setAttribute('data-loaded', '');
    else widget.cut_off(true);
  }

  #keep = () => {
    clearTimeout(this.#toKeep);
    this.#toKeep = undefined;
    this.#widget?.keep();
  };

  // All widgets share one memory, so a failure may have stopped this one too, or come from other code on the page.
  #look = async (error) => {
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
  };

  #fail(cause, error) {
    running.delete(this.#look);
    try {
      this.#keep();
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
    this.#mountPoint?.replaceChildren();
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
