// A button that empties the field, for those without an Escape key. That of browsers has no name.

(() => {
  const finderView = globalThis.catalogFinderView;

  /* Puts it at the end of the field; `act` empties it. */
  function addErase(field, act) {
    const attributes = { type: "button", class: "catalog-finder__erase", "aria-label": "Clear the search" };
    const button = finderView.element("button", attributes);
    button.addEventListener("click", act);
    field.parentElement.append(button);
  }

  finderView.addErase = addErase;
})();
