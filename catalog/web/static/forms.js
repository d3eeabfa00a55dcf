// Forms send only what is filled in; those that only choose are sent by the choice.
export function startForms() {
  for (const form of document.querySelectorAll("form")) {
    form.addEventListener("submit", () => {
      for (const field of form.elements) {
        if (!field.name || field.value !== "") continue;
        field.disabled = true;
        setTimeout(() => {
          field.disabled = false; // for whoever comes back to this page
        });
      }
    });
  }
  for (const form of document.querySelectorAll("form.axes, form[data-auto]")) {
    form.querySelector('button[type="submit"]').classList.add("hidden");
    form.addEventListener("change", () => form.requestSubmit());
  }
  const filters = document.querySelector("details.filters");
  if (filters && matchMedia("(max-width: 62rem)").matches) filters.open = false;
}
