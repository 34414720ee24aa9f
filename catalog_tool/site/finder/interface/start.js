// Runs the finder: answers a query from the field, the filters, or the address.

(() => {
  const finderView = globalThis.catalogFinderView;
  const { FACETS, MORE_SHOWN, addErase, hitsOf, isEmpty, listenForKeys } = finderView;
  const { loadIndex, makePanel, pageAddress, readSearch, returnToSearch } = finderView;
  const { writeLater, writeNow } = finderView;

  const finder = document.querySelector("[data-catalog-finder]");
  const isInHeader = "inHeader" in finder.dataset;
  const field = finder.querySelector("[type=search]");
  const area = finder.querySelector("[data-panel]");
  const results = finder.querySelector("[data-results]");
  const panel = makePanel(finder, { showMore, without });
  const wide = matchMedia("(min-width: 60em)");

  let index = null;
  let search = { query: "", facets: noFacets(), shown: {} };
  let areFiltersWanted = null; // null: shown in wide windows, until the reader decides

  function noFacets() {
    return Object.fromEntries(FACETS.map((facet) => [facet, []]));
  }

  /* Show the answer to a search. Resolves to the answer, or to null if there is none. */
  async function show(changes) {
    search = { shown: {}, query: search.query, facets: search.facets, ...changes };
    const areFiltersShown = areFiltersWanted ?? (wide.matches && !isEmpty(search));
    const isShown = areFiltersShown || !isEmpty(search);
    panel.show({ areFiltersShown, isShown });
    if (!isShown) {
      return null;
    }
    if (!index) {
      panel.showLoading();
      const isLoaded = await load();
      return isLoaded ? show() : null;
    }
    search.facets = keepKnown(search.facets);
    search.answer = catalogFinder.find(index.engine, search.query, search.facets);
    panel.showAnswer({ ...search, ...index });
    return search.answer;
  }

  async function load() {
    try {
      const engine = await loadIndex();
      const { partners, categories, titles } = engine;
      const byId = new Map(partners.map((each) => [each.id, each]));
      index = { engine, categories, titles: { ...titles, category: catalogWords.gettext("Category") }, partners: byId };
    } catch {
      panel.showFailure();
    }
    return Boolean(index);
  }

  /* The three ways to change the search: typing, filters, and the history. */

  function showTyped() {
    show({ query: field.value });
    if (!isInHeader) {
      writeLater(search);
    }
  }

  function showChosen(changes) {
    const shown = show(changes);
    field.value = search.query;
    writeNow(search);
    return shown;
  }

  function showReturned(returned) {
    show(returned);
    field.value = search.query;
  }

  /* The reader changed the check box of a facet. */
  function showFilters(box) {
    const ticked = area.querySelectorAll(`input[name="${box.name}"]:checked`);
    const ids = [...ticked].map(({ value }) => value);
    showChosen({ facets: { ...search.facets, [box.name]: ids } });
  }

  /* Remove one filter, or all. */
  function without(facet, id) {
    const facets = facet
      ? { ...search.facets, [facet]: search.facets[facet].filter((each) => each !== id) }
      : noFacets();
    showChosen({ facets });
    field.focus();
  }

  function showMore(key, count) {
    show({ shown: { ...search.shown, [key]: count + MORE_SHOWN } });
    results.querySelectorAll(`[data-group="${key}"] > ul > li`)[count].querySelector("a").focus();
  }

  /* The facets that this catalog has. An address can have any. */
  function keepKnown(facets) {
    const known = index.engine.facets.keepKnown(facets);
    return Object.fromEntries(FACETS.map((facet) => [facet, facets[facet].filter((id) => known[facet].has(id))]));
  }

  /* Enter in the header leads to the whole answer, which has an address. */
  function openAnswer() {
    location.assign(`${pageAddress("")}?${new URLSearchParams({ q: field.value })}`);
  }

  /* Enter in the page's field opens the first answer, if there is a query. */
  async function openBest() {
    const answer = await show();
    const [best] = answer ? [...answer.applications.slice(0, 1), ...answer.partners.slice(0, 1)] : [];
    if (best && best.match !== "all") {
      hitsOf(results)[0].click();
    }
  }

  function erase() {
    field.value = "";
    showTyped();
    field.focus();
  }

  function escape() {
    if (field.value) {
      erase();
    } else if (!area.hidden) {
      areFiltersWanted = null;
      showChosen({ facets: noFacets() });
    } else {
      field.blur();
      return;
    }
    field.focus();
  }

  /* The header's answer lies over the page. */
  function listenInHeader() {
    area.classList.add("md-typeset", "catalog-page"); // the styles of answers are for pages
    area.tabIndex = -1; // so that a click in it doesn't close it
    field.addEventListener("focus", () => show());
    finder.addEventListener("focusout", ({ relatedTarget }) => {
      if (!finder.contains(relatedTarget)) {
        panel.show({ isShown: false });
      }
    });
    listenForKeys(field, area, { openBest: openAnswer, escape });
    loadIndex().catch(() => {});
    show({ query: field.value });
  }

  /* The page's answer is in its address. */
  function listenInPage() {
    field.addEventListener("focus", () => loadIndex().catch(() => {}), { once: true });
    finder.querySelector("[data-filter]").addEventListener("click", (event) => {
      areFiltersWanted = event.currentTarget.getAttribute("aria-expanded") !== "true";
      show();
    });
    area.addEventListener("change", (event) => showFilters(event.target));
    addEventListener("popstate", () => showReturned(returnToSearch()));
    addEventListener("pageshow", (event) => event.persisted && showReturned(returnToSearch()));
    listenForKeys(field, area, { openBest, escape });
    showReturned(readSearch());
  }

  field.addEventListener("input", showTyped);
  area.addEventListener("click", (event) => {
    const address = event.target.closest("a[data-search]")?.href;
    if (address && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      showChosen(readSearch(address));
      field.focus();
    }
  });
  addErase(field, erase);
  (isInHeader ? listenInHeader : listenInPage)();
})();
