// Runs the finder: answers a query from the field, the filters, or the address.

(() => {
  const finderView = globalThis.catalogFinderView;
  const { FACETS, MORE_SHOWN, addErase, afterPaint, hasFacets, isEmpty, listenForKeys } = finderView;
  const { loadFacts, loadIndex, loadShards, makePanel, pageAddress, readSearch, returnToSearch } = finderView;
  const { writeLater, writeNow } = finderView;

  const finder = document.querySelector("[data-catalog-finder]");
  const isInHeader = "inHeader" in finder.dataset;
  const field = finder.querySelector("[type=search]");
  const area = finder.querySelector("[data-panel]");
  const results = finder.querySelector("[data-results]");
  const panel = makePanel(finder, { drawn, showMore, without });
  const wide = matchMedia("(min-width: 60em)");
  const narrow = matchMedia("(max-width: 48em)");

  const FIRST_MENTIONS = 8;
  const PAUSE = 400; // milliseconds without a key before the texts are searched for more
  const LEAST_OF_ROW = 80; // pixels that a row of an answer takes, with its part of the headings
  let index = null;
  let search = { query: "", facets: noFacets(), shown: {} };
  let areFiltersWanted = null; // null: shown in wide windows if one is selected, until the reader decides

  function noFacets() {
    return Object.fromEntries(FACETS.map((facet) => [facet, []]));
  }

  /* Show the answer to a search. Resolves to the answer, or to null if there is none. */
  async function show(changes) {
    search = { shown: {}, folds: new Map(), query: search.query, facets: search.facets, ...changes };
    const areFiltersShown = areFiltersWanted ?? (wide.matches && hasFacets(search));
    const isShown = areFiltersShown || !isEmpty(search);
    panel.show({ areFiltersShown, isShown });
    keepInSight();
    if (!isShown) {
      return null;
    }
    if (!index) {
      panel.showLoading();
      const isLoaded = await load();
      return isLoaded ? show() : null;
    }
    search.facets = keepKnown(search.facets);
    draw();
    const asked = search;
    await complete(asked);
    await addMentions(asked);
    return asked.answer;
  }

  /* On a phone, the field is at the top while the reader types, so that the keyboard hides no answer. */
  function keepInSight() {
    if (!isInHeader && narrow.matches && document.activeElement === field) {
      field.parentElement.scrollIntoView({ block: "start" });
    }
  }

  function draw() {
    search.painted = new Promise(afterPaint);
    const mentions = Math.max(FIRST_MENTIONS, search.shown.mentioned ?? 0, search.shown.also ?? 0);
    search.answer = catalogFinder.find(index.engine, search.query, search.facets, mentions);
    panel.showAnswer({ ...search, ...index }, search.first);
    showPicks();
  }

  /* Load the texts that an answer needs, and draw it again while it is the latest. They don't hold up what is found without them. */
  async function complete(asked) {
    while (asked === search && asked.answer.pending.length && !asked.failed) {
      const { applications, partners, pending } = asked.answer;
      const painted = applications.length + partners.length ? asked.painted : null;
      try {
        await loadShards(index.engine, pending);
        await painted;
      } catch {
        asked.failed = true;
      }
      if (asked === search) {
        draw();
      }
    }
  }

  /* Below those that list it, show who only mentions it, once the reader pauses. What is listed is there without it. */
  async function addMentions(asked) {
    await new Promise((resolve) => setTimeout(resolve, asked.first ? PAUSE : 0));
    while (asked === search && !asked.failed) {
      const { mentioned, pending } = asked.answer.also;
      if (!pending.length) {
        asked.also = mentioned;
        panel.showAnswer({ ...asked, ...index });
        showPicks();
        return;
      }
      await loadShards(index.engine, pending).catch(() => (asked.failed = true));
    }
  }

  /* Rows are there: load their facts, and let readers select partners for a comparison. */
  async function drawn() {
    showPicks();
    const asked = search;
    if ((await loadFacts()) && asked === search) {
      panel.showAnswer({ ...search, ...index });
      showPicks();
    }
  }

  const showPicks = () => document.dispatchEvent(new CustomEvent("catalog-picks"));

  async function load() {
    try {
      const engine = await loadIndex();
      const { partners, categories, titles } = engine;
      const byId = new Map(partners.map((partner, position) => [partner.id, { partner, position }]));
      index = { engine, categories, titles: { ...titles, category: catalogWords.gettext("Category") }, partners: byId };
    } catch {
      panel.showFailure();
    }
    return Boolean(index);
  }

  /* The three ways to change the search: typing, filters, and the history. */

  function showTyped() {
    show({ query: field.value, first: Math.ceil(innerHeight / LEAST_OF_ROW) });
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
    const shown = show(returned);
    field.value = search.query;
    return shown;
  }

  /* A reader who comes back is where the answer was left. `catalog.js` keeps the link in the history. */
  async function returnToHit(shown) {
    const hit = globalThis.catalogReturn?.link;
    if (hit && (await shown)) {
      panel.focusOn(hit);
    }
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
    show({ shown: { ...search.shown, [key]: count + MORE_SHOWN }, folds: search.folds, also: search.also });
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

  /* Enter in the page's field keeps the answer, and on a phone puts the keyboard away. */
  function keepAnswer() {
    showChosen({ query: field.value });
    if (narrow.matches) {
      field.blur();
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

  function closeWithoutFocus() {
    if (!finder.contains(document.activeElement)) {
      panel.show({ isShown: false });
    }
  }

  /* The header's answer lies over the page. */
  function listenInHeader() {
    area.classList.add("md-typeset"); // the styles of answers are for pages
    results.classList.add("catalog-page");
    area.tabIndex = -1; // so that a click in it doesn't close it
    field.addEventListener("focus", () => show());
    // Later, because an answer that is drawn again takes the focus away for a moment.
    finder.addEventListener("focusout", () => setTimeout(closeWithoutFocus));
    listenForKeys(field, area, { submit: openAnswer, escape });
    loadIndex().catch(() => {});
    returnToHit(show({ query: field.value }));
  }

  /* The page's answer is in its address. */
  function listenInPage() {
    field.addEventListener("focus", () => loadIndex().catch(() => {}), { once: true });
    field.addEventListener("focus", keepInSight);
    finder.querySelector("[data-filter]").addEventListener("click", (event) => {
      areFiltersWanted = event.currentTarget.getAttribute("aria-expanded") !== "true";
      show();
    });
    finder.querySelector("[data-filters]").addEventListener("change", (event) => showFilters(event.target));
    addEventListener("popstate", () => showReturned(returnToSearch()));
    addEventListener("pageshow", (event) => event.persisted && showReturned(returnToSearch()));
    listenForKeys(field, area, { submit: keepAnswer, escape });
    const asked = readSearch();
    if (asked.query && !globalThis.catalogReturn && document.activeElement === document.body) {
      field.focus(); // as it was in the header
    }
    returnToHit(showReturned(asked));
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
