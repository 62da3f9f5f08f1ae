// The first screen as the build drew it, which stands until the app runs. It says what was pressed, keeps the last press and
// hands it on to the living screen, together with the focus. It knows nothing of what the screen says.

// By one of these a control is found again on the living screen.
const HOOKS = ['data-action', 'data-answer', 'data-tool', 'data-heading'];
function hookOf(element) {
  if (element.id) return `#${element.id}`;
  const hook = HOOKS.find((name) => element.hasAttribute(name));
  return hook ? `[${hook}="${element.getAttribute(hook)}"]` : `.${element.classList[0]}`;
}

// A press is held no longer than this, whatever became of it. Milliseconds.
const LONGEST_PRESS = 3000;

export class Drawn {
  #root;
  #frame; // around the screen; missing where the page brought none and none has come
  #waiting; // what stands in place of the start where something else will
  #drawn = ''; // language and screen that stand
  #wished = '';
  #pressed; // how to find what was pressed last
  #held; // a press under way
  #isOver = false;

  // A page may bring the screen with it, as declarative shadow DOM.
  constructor(root) {
    this.#root = root;
    this.#take(root);
  }

  get isThere() { return Boolean(this.#frame); }

  #take(from) {
    const frame = from.querySelector('.drawn');
    if (!frame) return;
    const waiting = from.querySelector('template');
    this.#waiting = waiting.content;
    waiting.remove();
    if (this.#frame) this.#frame.replaceWith(frame);
    else if (from !== this.#root) this.#root.querySelector('.frame').before(frame);
    this.#frame = frame;
    this.#drawn = `${frame.firstElementChild.lang} start`;
    frame.addEventListener('click', (event) => this.#press(event.target.closest('button')));
    frame.addEventListener('pointerdown', () => this.#hold('pointerup', 'pointercancel'));
    frame.addEventListener('keydown', (event) => { if (event.key === ' ') this.#hold('keyup'); });
  }

  // Shows the start, or a frame that promises nothing where the person will be elsewhere. `load` gives the screen of a language,
  // `styled` comes when its style is here. Answers whether the screen stands; that it cannot be had keeps nobody from going on.
  async show(language, isStart, load, styled) {
    const wished = `${language} ${isStart ? 'start' : 'other'}`;
    this.#wished = wished;
    // Meanwhile the living screen may have come, or another have been wished.
    const isPast = () => this.#isOver || this.#wished !== wished;
    try {
      if (isPast()) return false;
      if (!this.#drawn.startsWith(language) || (isStart && this.#drawn !== wished)) {
        const read = document.createElement('template');
        read.innerHTML = await load(language);
        if (isPast()) return false;
        this.#take(read.content);
      }
      if (!isStart && this.#drawn !== wished) {
        this.#frame.firstElementChild.removeAttribute('data-screen');
        this.#frame.querySelector('.page').replaceChildren(this.#waiting.cloneNode(true));
        this.#pressed = undefined;
      }
      this.#drawn = wished;
      this.#mark();
      await styled;
      if (isPast()) return false;
      this.#frame.hidden = false;
      return true;
    } catch {
      return false;
    }
  }

  #press(control) {
    if (!control) return;
    this.#pressed = hookOf(control);
    this.#mark();
    // Said too, for what is seen is not told to a screen reader.
    this.#frame.querySelector('.for-readers').textContent = this.#waiting.textContent;
  }

  #mark() {
    const pressed = this.#pressed && this.#frame.querySelector(this.#pressed);
    for (const control of this.#frame.querySelectorAll('[aria-busy]')) control.removeAttribute('aria-busy');
    pressed?.setAttribute('aria-busy', 'true');
  }

  // Between going down and coming up a press would be lost if the screen changed under it.
  #hold(...ends) {
    this.#held = new Promise((done) => {
      const end = () => {
        for (const name of ends) removeEventListener(name, end, true);
        // The click comes right after what ends the press.
        setTimeout(done);
      };
      for (const name of ends) addEventListener(name, end, true);
      setTimeout(end, LONGEST_PRESS);
    });
  }

  // Comes when no press is under way.
  async released() {
    for (let held; held !== this.#held;) {
      held = this.#held;
      await held;
    }
  }

  // Gives way to the hidden living screen in `live`; the page is not painted in between.
  giveWay(live) {
    const at = this.#root.activeElement;
    const focused = at && this.#frame?.contains(at) ? hookOf(at) : undefined;
    const pressed = this.#pressed;
    const typed = [...this.#frame?.querySelectorAll('input') ?? []].filter((field) => field.value);
    // Laid out together, the browser would keep this one in view, and scroll.
    if (this.#frame) this.#frame.hidden = true;
    live.hidden = false;
    // What was typed is typed again, before the press that may follow it.
    for (const { id, value } of typed) {
      const field = live.querySelector(`#${id}`);
      if (!field) continue;
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
    if (focused) live.querySelector(focused)?.focus({ preventScroll: true });
    this.end();
    if (pressed) live.querySelector(pressed)?.click();
  }

  end() {
    this.#isOver = true;
    this.#pressed = undefined;
    this.#frame?.remove();
    this.#frame = undefined;
  }
}
