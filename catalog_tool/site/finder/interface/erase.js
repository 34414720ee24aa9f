// A button that clears the field, for readers without an Escape key. The browser's has no label.

(() => {
  const finderView = globalThis.catalogFinderView;

  /* Add the button after the field. `act` clears the field. */
  function addErase(field, act) {
    const attributes = { class: "catalog-finder__erase", "aria-label": catalogWords.gettext("Clear the search") };
    field.parentElement.append(catalogButton(attributes, act));
  }

  finderView.addErase = addErase;
})();
