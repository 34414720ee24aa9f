// Finds the partner that a reader wants beside the others, by its name or by what it connects.

(() => {
  const { element } = globalThis.catalogFinderView;
  const SHOWN = 6;

  /**
   * Make the field offer partners.
   *
   * @param page the element that has the field and the list
   * @param index of the finder
   * @param isChosen says whether a partner is compared already
   * @param onAdd is told the id of the partner that the reader adds
   */
  function start(page, index, isChosen, onAdd) {
    const field = page.querySelector("input");
    const list = page.querySelector("[data-compare-found]");
    const hint = page.querySelector("[data-compare-hint]");

    function offer() {
      const found = field.value.trim() ? partnersFor(index, field.value, isChosen) : [];
      list.replaceChildren(...found.slice(0, SHOWN).map((partner) => choice(partner)));
      hint.textContent = said(field.value.trim(), found.length);
    }

    function choice(partner) {
      const button = element("button", { type: "button" }, partner.name);
      button.addEventListener("click", () => add(partner));
      const reason = partner.reason && element("span", {}, ` lists ${partner.reason}`);
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

  // Partners by name first, then those who list an application of that name.
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

  function said(query, count) {
    if (!query) {
      return "Type a name, then select a partner below.";
    }
    if (!count) {
      return `No other partner is found for “${query}”.`;
    }
    const partners = count === 1 ? "1 partner" : `${count} partners`;
    return count > SHOWN ? `${partners} found; the best ${SHOWN} are shown.` : `${partners} found.`;
  }

  globalThis.catalogCompare.picker = { start };
})();
