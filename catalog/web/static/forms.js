// Forms send only what is filled in; those that only choose are sent by the choice. An empty unit is sent as well: it
// takes back what was chosen before.
export function startForms() {
  for (const form of document.querySelectorAll("form")) {
    form.addEventListener("submit", () => {
      for (const field of form.elements) {
        if (!field.name || field.value !== "" || field.name.startsWith("unit.")) continue;
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
}
