// The keyboard: arrows move, Enter opens what they chose, Escape clears and then closes.

(() => {
  const finderView = globalThis.catalogFinderView;
  const EDITABLE = "input, textarea, select, [contenteditable]";

  const hasModifier = (event) => event.ctrlKey || event.metaKey || event.altKey;
  const isPrintable = (event) => [...event.key].length === 1 && event.key !== " ";

  /* The main links of the results, in the order of the page. */
  const hitsOf = (panel) => [...panel.querySelectorAll("[data-hit]:not(details:not([open]) *)")];

  /* `acts`: submit(), escape(). */
  function listenForKeys(field, panel, acts) {
    const keys = {
      ArrowDown: () => move(field, panel, 1),
      ArrowUp: () => move(field, panel, -1),
      Escape: acts.escape,
    };
    for (const place of [field, panel]) {
      place.addEventListener("keydown", (event) => {
        const act = keys[event.key];
        if (event.isComposing || hasModifier(event)) {
          return;
        }
        if (act) {
          event.preventDefault();
          event.stopPropagation();
          act();
        } else if (place === panel && isPrintable(event) && !event.target.closest(EDITABLE)) {
          event.stopPropagation(); // a reader who keeps typing means the field, not the theme's keys
          field.focus();
        }
      });
    }
    field.form.addEventListener("submit", (event) => {
      event.preventDefault();
      acts.submit();
    });
  }

  /* Move one hit down or up. Up from the first leads to the field; the last is the end. */
  function move(field, panel, step) {
    const hits = hitsOf(panel);
    const isAt = (hit) => hit.closest("li, .catalog-answer__head").contains(document.activeElement);
    const at = hits.map(isAt).lastIndexOf(true); // an application's row has rows of partners in it
    const next = Math.min(at + step, hits.length - 1);
    (hits[next] ?? field).focus();
  }

  Object.assign(finderView, { hitsOf, listenForKeys });
})();
