// A stand-in for the widget, as small as will do to try the test tools themselves on: an open shadow root with a field.
class Harness extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: "open" });
    const label = document.createElement("label");
    label.append("名前 ", document.createElement("input"));
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "次へ";
    const said = document.createElement("p");
    said.setAttribute("role", "status");
    button.addEventListener("click", (event) => {
      said.textContent = `${label.querySelector("input").value}さん (${event.pointerType || "keyboard"})`;
    });
    const screen = document.createElement("div");
    screen.dataset.screen = "start";
    screen.append(label, button, said);
    root.append(screen);
  }
}
customElements.define("koyo-check", Harness);
