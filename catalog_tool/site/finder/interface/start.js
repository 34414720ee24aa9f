// The finder at work: what is typed, chosen or stands in the address becomes an answer.

(() => {
  const finderView = globalThis.catalogFinderView;
  const { FACETS, MORE_SHOWN, committed, hitsOf, isEmpty, listenForKeys, listenForSlash } =
    finderView;
  const { addErase, asked, loadIndex, makePanel, opened, returned, typed } = finderView;

  const finder = document.querySelector("[data-catalog-finder]");
  const field = finder.querySelector("[type=search]");
  const area = finder.querySelector("[data-panel]");
  const results = finder.querySelector("[data-results]");
  const panel = makePanel(finder, { showMore, without });
  const wide = matchMedia("(min-width: 60em)");

  let index = null;
  let search = { query: "", facets: noFacets(), shown: {} };
  let areFiltersWanted = null; // as wide windows have them, until somebody decides

  function noFacets() {
    return Object.fromEntries(FACETS.map((facet) => [facet, []]));
  }

  /* Show the answer to a search. Resolves to it, or to null where there is none to show. */
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
    search.facets = known(search.facets);
    search.answer = catalogFinder.find(index.engine, search.query, search.facets);
    panel.showAnswer({ ...search, ...index });
    return search.answer;
  }

  async function load() {
    try {
      const engine = await loadIndex();
      const { partners, categories, interfaces } = engine;
      const byId = new Map(partners.map((each) => [each.id, each]));
      index = { engine, categories, interfaces, partners: byId };
    } catch {
      panel.showFailure();
    }
    return Boolean(index);
  }

  /* The three ways to another search: by typing, by a choice, and through the history. */

  function showTyped() {
    show({ query: field.value });
    typed(search);
  }

  function showChosen(changes) {
    const shown = show(changes);
    field.value = search.query;
    committed(search);
    return shown;
  }

  function showReturned(asked) {
    show(asked);
    field.value = search.query;
  }

  /* The box of a facet was ticked or not. */
  function showTicked(box) {
    const ticked = area.querySelectorAll(`input[name="${box.name}"]:checked`);
    const ids = [...ticked].map(({ value }) => value);
    showChosen({ facets: { ...search.facets, [box.name]: ids } });
  }

  /* Take back one choice, or all. */
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

  /* Facets that this catalog has; an address can name any. */
  function known(facets) {
    const { categories, interfaces, directions } = index.engine;
    const names = { category: categories, interface: interfaces, direction: directions };
    const isKnown = (facet) => (id) => Object.hasOwn(names[facet], id);
    return Object.fromEntries(FACETS.map((facet) => [facet, facets[facet].filter(isKnown(facet))]));
  }

  /* Enter in the field: the best answer, which is the first one, if anything was asked for. */
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

  field.addEventListener("input", showTyped);
  field.addEventListener("focus", () => loadIndex().catch(() => {}), { once: true });
  finder.querySelector("[data-filter]").addEventListener("click", (event) => {
    areFiltersWanted = event.currentTarget.getAttribute("aria-expanded") !== "true";
    show();
  });
  area.addEventListener("change", (event) => showTicked(event.target));
  area.addEventListener("click", (event) => {
    const address = event.target.closest("a[data-search]")?.href;
    if (address && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      showChosen(asked(address));
      field.focus();
    }
  });
  addEventListener("popstate", () => showReturned(returned()));
  addEventListener("pageshow", (event) => event.persisted && showReturned(returned()));
  addErase(field, erase);
  listenForSlash(field);
  listenForKeys(field, area, { openBest, escape });
  showReturned(opened());
})();
