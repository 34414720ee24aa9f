// Keeps what was typed in this browser, so that a reload loses nothing.

(() => {
  const { asLines, fields, inputOf, setRows, typedRows } = catalogEntry;
  const form = document.querySelector("[data-catalog-form]");
  // Several catalogs can share a host.
  const KEY = `catalog-draft:${location.pathname}`;

  const boxesOf = (field) => [...field.querySelectorAll("input[type='checkbox']")];
  const TYPED = {
    choices: (field) => boxesOf(field).filter((box) => box.checked).map(({ value }) => value),
    links: typedRows,
  };
  const FILL = {
    choices: (field, values) => {
      for (const box of boxesOf(field)) {
        box.checked = values.includes(box.value);
      }
    },
    links: setRows,
  };
  const typed = (field) => (TYPED[field.dataset.control] ?? ((one) => inputOf(one).value))(field);

  /** Fill in the form with values by key, as text, lists, or groups; other fields become empty. */
  function fillIn(values, loaded = "") {
    for (const field of fields) {
      const { control, field: key } = field.dataset;
      const value = values[key] ?? (FILL[control] ? [] : "");
      const text = typeof value === "string" ? value : asLines(value);
      FILL[control] ? FILL[control](field, value) : (inputOf(field).value = text);
    }
    form.querySelector("#entry-file").value = values.file ?? "";
    form.dataset.loaded = loaded;
  }

  // Reading and writing fails if the reader or the browser doesn't allow it.
  function keepDraft() {
    const values = Object.fromEntries(fields.map((field) => [field.dataset.field, typed(field)]));
    values.file = form.querySelector("#entry-file").value;
    try {
      if (Object.values(values).some((value) => value.length)) {
        const { loaded = "" } = form.dataset;
        localStorage.setItem(KEY, JSON.stringify({ saved: Date.now(), loaded, values }));
      } else {
        localStorage.removeItem(KEY);
      }
    } catch {
      // The form works without.
    }
  }

  /** Fill in the draft, and return when it was saved; null if there is none. */
  function restoreDraft() {
    try {
      const { saved, loaded, values } = JSON.parse(localStorage.getItem(KEY));
      fillIn(values, loaded);
      return new Date(saved);
    } catch {
      return null;
    }
  }

  function discardDraft() {
    fillIn({});
    keepDraft();
  }

  Object.assign(catalogEntry, { discardDraft, fillIn, keepDraft, restoreDraft });
})();
