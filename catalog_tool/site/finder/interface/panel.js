// The panel below the field: the results, the filters beside them, and announcements.

(() => {
  const finderView = globalThis.catalogFinderView;
  const { FACETS, chips, element, facetGroups, link, nothingFound, pageAddress } = finderView;
  const { requestInstead, resultGroups, summary, unlistedNote, updateCounts } = finderView;
  const { gettext, mark } = catalogWords;
  const PAUSE = 500; // milliseconds without a change before the answer is announced

  const isEmpty = ({ query, facets }) =>
    !query.trim() && !FACETS.some((facet) => facets[facet].length);

  /* Draws into `finder`. `acts` has showMore(key, shown) and without(facet, id). */
  function makePanel(finder, acts) {
    const find = (selector) => finder.querySelector(selector);
    const panel = find("[data-panel]");
    const filters = find("[data-filters]");
    const results = find("[data-results]");
    const button = find("[data-filter]");
    const status = find("[role=status]");
    const ask = finder.dataset;
    let announcing = 0;
    [panel, status].forEach((each) => mark(each));

    function show({ areFiltersShown, isShown }) {
      panel.hidden = !isShown;
      if (filters) {
        filters.hidden = !areFiltersShown;
        button.setAttribute("aria-expanded", String(areFiltersShown));
      }
      finder.classList.toggle("catalog-finder--open", isShown);
    }

    function showLoading() {
      results.replaceChildren(element("p", { class: "catalog-finder__loading" }, gettext("Searching…")));
    }

    function showFailure() {
      const list = link(pageAddress("applications/"), {}, gettext("All %(applications)s A–Z"));
      const failed = gettext("The search couldn’t be loaded.");
      const advice = gettext("Type again to retry, or see the list:");
      results.replaceChildren(element("p", {}, `${failed} ${advice} `, list));
      announce(failed);
    }

    function showAnswer(search) {
      const { answer } = search;
      if (filters) {
        showFilters(search);
      }
      if (isEmpty(search)) {
        const advice = filters.childElementCount
          ? gettext("Choose a filter, or type a name.")
          : gettext("There are no filters to choose from. Type a name.");
        results.replaceChildren(element("p", {}, advice));
        announce("");
        return;
      }
      const found = summary(answer);
      results.replaceChildren(
        ...[
          chips(answer.facets, search.titles, acts.without),
          ...(found ? [] : nothingFound(search, ask)),
          ...resultGroups(search, acts.showMore),
          found ? unlistedNote(answer) : null,
          found ? requestInstead(search, ask) : null,
        ].filter(Boolean),
      );
      announce(found ? gettext("%(found)s found.", { found }) : gettext("Nothing found."));
    }

    function showFilters({ answer, facets, titles }) {
      if (!updateCounts(filters, answer.facets)) {
        drawFilters(answer.facets, titles);
      }
      if (!filters.childElementCount) {
        button.setAttribute("aria-expanded", "false");
      }
      const count = FACETS.flatMap((facet) => facets[facet]).length;
      find("[data-chosen]").textContent = count ? `(${count})` : "";
    }

    /* A box with the focus keeps it after it is drawn again. */
    function drawFilters(values, titles) {
      const focused = filters.contains(document.activeElement) ? document.activeElement : null;
      filters.replaceChildren(...facetGroups(values, titles));
      if (focused) {
        const same = `[name="${focused.name}"][value="${CSS.escape(focused.value)}"]`;
        (filters.querySelector(same) ?? filters.querySelector("input"))?.focus();
      }
    }

    /* Announce a text to screen readers when the typing pauses. */
    function announce(text) {
      clearTimeout(announcing);
      announcing = setTimeout(() => {
        status.textContent = text;
      }, PAUSE);
    }

    return { show, showAnswer, showFailure, showLoading };
  }

  Object.assign(finderView, { isEmpty, makePanel });
})();
