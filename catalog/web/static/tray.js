// The tray: what is picked is in the URL, and in the session's storage for pages whose URL has none.
const KEY = "tray";
const SECTIONS = ["/", "/vehicles/"];

export function startTray() {
  const tray = document.getElementById("tray");
  const inUrl = new URLSearchParams(location.search).getAll("pick");
  if (location.pathname === "/compare") {
    remember(new URLSearchParams(location.search).getAll("id").map((id) => ({ id, name: id })), true);
    return;
  }
  if (!tray) return;
  const most = Number(tray.dataset.most);
  let picked = [...tray.querySelectorAll("li")].map((entry) => ({
    id: entry.dataset.id,
    name: entry.querySelector("a").textContent,
  }));
  if (inUrl.length === 0) picked = stored().slice(0, most);
  else remember(picked);
  if (picked.length > 0 && inUrl.length === 0) show();

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-pick], a[data-unpick]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const id = link.dataset.pick ?? link.dataset.unpick;
    if (picked.some((entry) => entry.id === id)) picked = picked.filter((entry) => entry.id !== id);
    else if (picked.length < most) picked = [...picked, { id, name: link.dataset.name }];
    else return say(`The tray holds ${most}: take one out first.`);
    remember(picked);
    show();
    if (link.dataset.unpick) (tray.querySelector(".remove") ?? document.getElementById("main")).focus();
  });

  function show() {
    const list = tray.querySelector("ol");
    list.replaceChildren(...picked.map(chip));
    tray.hidden = picked.length === 0;
    tray.querySelector(".count").textContent = String(picked.length);
    const compare = document.getElementById("tray-compare");
    compare.href = withParameters(compare.href, "id", picked.map((entry) => entry.id));
    history.replaceState(null, "", withPicks(location.href));
    for (const link of document.querySelectorAll("a[href]")) {
      const url = new URL(link.href, location.href);
      if (url.origin === location.origin && isKept(url.pathname) && !link.closest("#tray ol")) {
        link.href = withPicks(url.href);
      }
    }
    for (const form of document.querySelectorAll('form[action="/"]')) fill(form);
    for (const link of document.querySelectorAll("a[data-pick]")) mark(link);
    const permalink = document.querySelector(".permalink");
    if (permalink) permalink.textContent = permalink.href;
  }

  function chip({ id, name }) {
    const entry = document.createElement("li");
    entry.dataset.id = id;
    const link = document.createElement("a");
    link.href = `/vehicles/${encodeURIComponent(id)}`;
    link.textContent = name;
    const remove = document.createElement("a");
    remove.className = "remove";
    remove.href = withParameters(location.href, "pick", picked.map((one) => one.id).filter((one) => one !== id));
    remove.dataset.unpick = id;
    remove.textContent = "×";
    remove.setAttribute("aria-label", `Take ${name} out of the tray`);
    entry.append(link, " ", remove);
    return entry;
  }

  function mark(link) {
    const isIn = picked.some((entry) => entry.id === link.dataset.pick);
    const name = link.dataset.name;
    if ("words" in link.dataset) {
      link.textContent = isIn ? "Take out of the tray" : "Put into the tray";
      link.classList.toggle("primary", !isIn);
    } else {
      link.textContent = isIn ? "✓" : "+";
      link.setAttribute("aria-label", `${isIn ? "Take" : "Put"} ${name} ${isIn ? "out of" : "into"} the tray`);
      link.closest("tr")?.classList.toggle("picked", isIn);
    }
  }

  function fill(form) {
    for (const field of form.querySelectorAll('input[name="pick"]')) field.remove();
    for (const { id } of picked) {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = "pick";
      field.value = id;
      form.append(field);
    }
  }

  function withPicks(href) {
    return withParameters(href, "pick", picked.map((entry) => entry.id));
  }
}

function isKept(path) {
  return SECTIONS.some((section) => (section === "/" ? path === "/" : path.startsWith(section)));
}

function withParameters(href, name, values) {
  const url = new URL(href, location.href);
  url.searchParams.delete(name);
  for (const value of values) url.searchParams.append(name, value);
  return url.pathname + url.search + url.hash;
}

function remember(picked, keepNames = false) {
  try {
    const known = new Map(keepNames ? stored().map((entry) => [entry.id, entry.name]) : []);
    const named = picked.map(({ id, name }) => ({ id, name: known.get(id) ?? name }));
    sessionStorage.setItem(KEY, JSON.stringify(named));
  } catch {
    // without storage the URL alone keeps the tray
  }
}

function stored() {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return found.filter((entry) => typeof entry.id === "string" && typeof entry.name === "string");
  } catch {
    return [];
  }
}

export function say(message) {
  let region = document.getElementById("said");
  if (!region) {
    region = document.createElement("p");
    region.id = "said";
    region.className = "hidden";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  region.textContent = message;
}
