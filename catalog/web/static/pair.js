// On a narrow screen a comparison shows two columns; the choice changes them in place and in the URL.
export function startPair() {
  const form = document.querySelector("form.pair");
  if (!form) return;
  const choices = [...form.querySelectorAll("select")];
  form.querySelector("button").hidden = true;
  form.addEventListener("change", (event) => {
    const [first, second] = choices;
    if (first.selectedIndex === second.selectedIndex) {
      const other = event.target === first ? second : first;
      other.selectedIndex = (other.selectedIndex + 1) % other.options.length;
    }
    const shown = new Set(choices.map((choice) => String(choice.selectedIndex)));
    for (const cell of document.querySelectorAll(".comparison [data-column]")) {
      cell.classList.toggle("wide", !shown.has(cell.dataset.column));
    }
    for (const group of document.querySelectorAll(".comparison .group")) {
      let quiet = true;
      for (let rows = group.nextElementSibling; rows?.matches(".rows"); rows = rows.nextElementSibling) {
        if (rows.querySelector("td:not(.wide):not(.empty)")) quiet = false;
      }
      group.classList.toggle("quiet", quiet);
    }
    const url = new URL(location.href);
    url.searchParams.set("pair", choices.map((choice) => choice.value).join(","));
    history.replaceState(null, "", url);
    const permalink = document.querySelector(".permalink");
    if (permalink) {
      permalink.href = url.pathname + url.search;
      permalink.textContent = permalink.href;
    }
  });
}
