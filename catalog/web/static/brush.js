// A frame drawn around points of the scatter becomes a condition of the query, and so a filter of the table.
const LEAST = 6;

export function startBrush() {
  const svg = document.querySelector("svg.scatter");
  const query = document.getElementById("free");
  if (!svg || !query) return;
  for (const hint of document.querySelectorAll(".scripted")) hint.hidden = false;
  svg.classList.add("brushing");
  const frame = svg.querySelector(".brush");
  const bounds = Object.fromEntries(["left", "top", "right", "bottom"].map((side) => [side, Number(svg.dataset[side])]));
  let start = null;
  let moved = false;

  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    start = place(event);
    moved = false;
  });
  svg.addEventListener("pointermove", (event) => {
    if (!start) return;
    const now = place(event);
    if (!moved && Math.hypot(now.x - start.x, now.y - start.y) < LEAST) return;
    if (!moved) svg.setPointerCapture(event.pointerId);
    moved = true;
    frame.setAttribute("x", Math.min(start.x, now.x));
    frame.setAttribute("y", Math.min(start.y, now.y));
    frame.setAttribute("width", Math.abs(now.x - start.x));
    frame.setAttribute("height", Math.abs(now.y - start.y));
  });
  svg.addEventListener("pointerup", (event) => {
    if (!start) return;
    const end = place(event);
    const first = start;
    start = null;
    if (moved) ask(first, end);
  });
  svg.addEventListener("click", (event) => moved && event.preventDefault(), true);
  svg.addEventListener("dragstart", (event) => event.preventDefault());

  function place(event) {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return {
      x: Math.min(Math.max(at.x, bounds.left), bounds.right),
      y: Math.min(Math.max(at.y, bounds.top), bounds.bottom),
    };
  }

  function ask(one, other) {
    const x = [one.x, other.x].map((at) => (at - bounds.left) / (bounds.right - bounds.left));
    const y = [one.y, other.y].map((at) => (bounds.bottom - at) / (bounds.bottom - bounds.top));
    const conditions = [condition("x", x), condition("y", y)];
    const before = query.value.trim();
    query.value = (before ? [`(${before})`, ...conditions] : conditions).join(" and ");
    query.form.requestSubmit();
  }

  function condition(axis, shares) {
    const low = Number(svg.dataset[`${axis}Low`]);
    const high = Number(svg.dataset[`${axis}High`]);
    const digits = Math.max(0, 3 - Math.ceil(Math.log10(high - low)));
    const [from, to] = shares.sort((a, b) => a - b).map((share) => (low + share * (high - low)).toFixed(digits));
    const unit = svg.dataset[`${axis}Unit`];
    return `maybe(${svg.dataset[axis]} between ${from} ${unit} and ${to} ${unit})`.replaceAll(" )", ")").replaceAll("  ", " ");
  }
}
