// A button that clears the field, for readers without an Escape key. The browser's has no label.

(() => {
  const finderView = globalThis.catalogFinderView;

  /* Add the button after the field. `act` clears the field. */
  function addErase(field, act) {
    const attributes = { type: "button", class: "catalog-finder__erase", "aria-label": catalogWords.gettext("Clear the search") };
    const button = finderView.element("button", attributes);
    button.addEventListener("click", act);
    field.parentElement.append(button);
  }

  finderView.addErase = addErase;
})();
