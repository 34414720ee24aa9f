// Finds partners to add to a comparison, by name or by application.

(() => {
  const { element } = globalThis.catalogFinderView;
  const { gettext, ngettext } = catalogWords;
  const SHOWN = 6;

  /**
   * Let the field suggest partners.
   *
   * @param page element with the field and the list
   * @param index the finder's index
   * @param isChosen function that returns whether a partner is already compared
   * @param onAdd function that gets the id of the partner to add
   */
  function start(page, index, isChosen, onAdd) {
    const field = page.querySelector("input");
    const list = page.querySelector("[data-compare-found]");
    const hint = page.querySelector("[data-compare-hint]");

    function offer() {
      const found = field.value.trim() ? partnersFor(index, field.value, isChosen) : [];
      list.replaceChildren(...found.slice(0, SHOWN).map((partner) => choice(partner)));
      hint.textContent = hintText(field.value.trim(), found.length);
    }

    function choice(partner) {
      const button = catalogButton({}, () => add(partner), partner.name);
      const reason = partner.reason && element("span", {}, " ", gettext("lists %(name)s", { name: partner.reason }));
      return element("li", {}, button, reason);
    }

    function add(partner) {
      field.value = "";
      offer();
      field.focus();
      onAdd(partner.id);
    }

    field.addEventListener("input", offer);
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) {
        event.preventDefault();
        list.querySelector("button")?.click();
      }
    });
  }

  // First partners with a matching name, then partners that list a matching application.
  function partnersFor(index, query, isChosen) {
    const answer = globalThis.catalogFinder.find(index, query, {});
    const nameOf = new Map(index.partners.map(({ id, name }) => [id, name]));
    const reasons = new Map(answer.partners.slice().map(({ id }) => [id, ""]));
    for (const application of answer.applications.slice()) {
      for (const id of application.partners.filter((each) => !reasons.has(each))) {
        reasons.set(id, application.name);
      }
    }
    return [...reasons]
      .filter(([id]) => !isChosen(id))
      .map(([id, reason]) => ({ id, name: nameOf.get(id) ?? id, reason }));
  }

  function hintText(query, count) {
    if (!query) {
      return gettext("Type a name, then select %(partners)s below.");
    }
    if (!count) {
      return gettext("No other %(partners)s found for “%(query)s.”", { query });
    }
    const found = ngettext("%(num)s %(partner)s found.", "%(num)s %(partners)s found.", count);
    const best = gettext("The best %(shown)s are shown.", { shown: SHOWN });
    return count > SHOWN ? `${found} ${best}` : found;
  }

  globalThis.catalogCompare.picker = { start };
})();
