// Adds and removes the rows of a field that has several, such as links.

(() => {
  const { inputOf, rowsOf } = catalogEntry;
  const form = document.querySelector("[data-catalog-form]");
  let rows = 0;

  /** Tell the reader, also one who can't see the page. */
  function say(text) {
    form.querySelector("[data-status]").textContent = text;
  }

  function addRow(field) {
    const row = field.querySelector("[data-row]").content.firstElementChild.cloneNode(true);
    rows += 1;
    for (const part of row.querySelectorAll("[data-part]")) {
      const id = `entry-link-${rows}-${part.dataset.part}`;
      inputOf(part).id = id;
      part.querySelector("label").htmlFor = id;
      part.querySelector("[data-notice]").id = `${id}-notice`;
      part.querySelector("[data-fault]").id = `${id}-fault`;
      inputOf(part).setAttribute("aria-describedby", `${id}-notice ${id}-fault`);
    }
    row.querySelector("[data-remove]").addEventListener("click", () => removeRow(field, row));
    field.querySelector("[data-rows]").append(row);
    return row;
  }

  function removeRow(field, row) {
    row.remove();
    field.querySelector("[data-add-row]").focus();
    form.dispatchEvent(new Event("input"));
    say(catalogWords.gettext("Link removed."));
  }

  /** Show other rows instead of those of a field. */
  function setRows(field, values) {
    field.querySelector("[data-rows]").replaceChildren();
    for (const value of values) {
      const row = addRow(field);
      for (const part of row.querySelectorAll("[data-part]")) {
        inputOf(part).value = value[part.dataset.part] ?? "";
      }
    }
  }

  /** The values of the rows of a field, as typed. */
  function typedRows(field) {
    return rowsOf(field).map((row) =>
      Object.fromEntries(
        [...row.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, inputOf(part).value]),
      ),
    );
  }

  for (const button of form.querySelectorAll("[data-add-row]")) {
    button.addEventListener("click", () => {
      addRow(button.closest("[data-field]")).querySelector("input").focus();
    });
  }

  Object.assign(catalogEntry, { say, setRows, typedRows });
})();
