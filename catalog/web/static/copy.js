// Buttons that copy: a footnote, the permalink, the command. Without scripts the texts are there to select.
import { say } from "./tray.js";

export function startCopying() {
  // in full, so that it can be typed from paper
  for (const link of document.querySelectorAll(".permalink")) link.textContent = link.href;
  for (const button of document.querySelectorAll(".cite .copy")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button, button.previousElementSibling.textContent));
  }
  for (const [selector, text] of [
    [".permalink", (place) => place.href],
    [".command", (place) => place.textContent],
  ]) {
    const place = document.querySelector(selector);
    if (!place) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", selector === ".permalink" ? "Copy the permalink" : "Copy the command");
    button.addEventListener("click", () => copy(button, text(place)));
    place.after(" ", button);
  }
}

async function copy(button, text) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
    say("Copied");
  } catch {
    button.textContent = "Select it and press Ctrl+C";
  }
  setTimeout(() => {
    button.textContent = "Copy";
  }, 2000);
}
