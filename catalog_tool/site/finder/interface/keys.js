// The keyboard: / goes to the field, arrows move, Enter opens, Escape clears and then closes.

(() => {
  const finderView = globalThis.catalogFinderView;
  const EDITABLE = "input, textarea, select, [contenteditable]";

  const hasModifier = (event) => event.ctrlKey || event.metaKey || event.altKey;
  const isPrintable = (event) => [...event.key].length === 1 && event.key !== " ";

  /* Links of the results in the order of the page, those of the first level. */
  const hitsOf = (panel) => [...panel.querySelectorAll("[data-hit]")];

  function listenForSlash(field) {
    // Before the theme, whose own search answers to / as well as to s and f.
    document.addEventListener(
      "keydown",
      (event) => {
        const isTaken = event.target.closest?.(EDITABLE) || document.querySelector("#__search:checked");
        if (event.key === "/" && !hasModifier(event) && !isTaken) {
          event.preventDefault();
          event.stopPropagation();
          field.focus();
          field.select();
        }
      },
      { capture: true },
    );
  }

  /* `acts`: openBest(), escape(). */
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
          // Who goes on typing means the field, and not the shortcuts of the theme.
          event.stopPropagation();
          field.focus();
        }
      });
    }
    field.form.addEventListener("submit", (event) => {
      event.preventDefault();
      acts.openBest();
    });
  }

  /* One hit down or up; up from the first is the field, and the last one is the end. */
  function move(field, panel, step) {
    const hits = hitsOf(panel);
    const at = hits.findIndex((hit) => hit.closest("li").contains(document.activeElement));
    const next = Math.min(at + step, hits.length - 1);
    (hits[next] ?? field).focus();
  }

  Object.assign(finderView, { hitsOf, listenForKeys, listenForSlash });
})();
