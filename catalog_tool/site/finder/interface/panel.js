// The panel below the field: the answer, the filters beside it, and announcements.

(() => {
  const finderView = globalThis.catalogFinderView;
  const { FACETS, afterPaint, applicationAddress, applicationCount, chips, copyButton, element, facetGroups, hasFacets } = finderView;
  const { link, listedBy, longerLists, longerTitle, nothingFound, nothingTitle, pageAddress, partnerCount } = finderView;
  const { possiblePartners, possibleTitle, redraw, requestInstead, resultParts, similarCategories, similarNames, textsView, togetherTitle } = finderView;
  const { unlistedNote, unlistedText, updateCounts } = finderView;
  const { gettext, mark } = catalogWords;
  const PAUSE = 500; // milliseconds without a change before the answer is announced

  const isEmpty = (search) => !search.query.trim() && !hasFacets(search);
  const isWordless = (search) => !/[\p{L}\p{N}\p{So}]/u.test(search.query) && !hasFacets(search); // "["

  /* Draws into `finder`. `acts` has showMore(key, shown), without(facet, id), and drawn(). */
  function makePanel(finder, acts) {
    const find = (selector) => finder.querySelector(selector);
    const panel = find("[data-panel]");
    const filters = find("[data-filters]");
    const results = find("[data-results]");
    const button = find("[data-filter]");
    const status = find("[role=status]");
    const ask = finder.dataset;
    let announcing = 0;
    let cancelRest = () => {};
    [panel, status].forEach((each) => mark(each));

    function show({ areFiltersShown, isShown }) {
      panel.hidden = !isShown;
      if (filters) {
        filters.hidden = !areFiltersShown;
        button.setAttribute("aria-expanded", String(areFiltersShown));
      }
      finder.classList.toggle("catalog-finder--open", isShown);
      document.documentElement.classList.toggle("catalog-answering", isShown);
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

    /*
     * Show an answer. It isn't complete while its texts are `pending`, or if they `failed` to load. `first`: how many rows
     * readers see without scrolling. Other rows, facts of rows, and the counts of filters that are there already, follow in
     * the next frame.
     */
    function showAnswer(search, first = Infinity) {
      cancelRest();
      const isCounted = filters?.childElementCount === 0;
      if (isCounted) {
        countFilters(search);
      }
      const isWhole = drawAnswer(search, first);
      cancelRest = afterPaint(() => {
        if (filters && !isCounted) {
          countFilters(search);
        }
        if (!isWhole) {
          drawAnswer(search, Infinity);
        }
        acts.drawn();
      });
    }

    /* What to type or choose instead of nothing. */
    function adviceOn(search) {
      if (!isEmpty(search)) {
        return gettext("Your question has no words. Type a name.");
      }
      return filters?.childElementCount ? gettext("Choose a filter, or type a name.") : gettext("There are no filters to choose from. Type a name.");
    }

    /* Draw the first rows of an answer. Returns whether these are all. */
    function drawAnswer(search, first) {
      if (filters) {
        showChosen(search);
      }
      if (isWordless(search)) {
        results.replaceChildren(element("p", {}, adviceOn(search)));
        announce(isEmpty(search) ? "" : adviceOn(search));
        return true;
      }
      // What the answer has said already is in `told`, so that some of it isn't said again.
      const room = { left: first, last: null };
      const read = { ...search, ...acts, query: search.answer.query, room, told: new Set() };
      const cut = search.query === read.query ? "" : gettext("Only the first %(number)s characters of your question were used.", { number: read.query.length });
      const nodes = [...(cut ? [element("p", {}, cut)] : []), ...parts(read)];
      keepFocus(() => redraw(results, nodes, room.last));
      announce(`${cut} ${summary(read)}`.trim());
      return !room.last;
    }

    function parts(search) {
      const { answer, failed } = search;
      const found = resultParts(search);
      const isWaiting = answer.pending.length > 0;
      const isNobody = !isWaiting && (!found.length || textsView()?.isOnlyInPages(search));
      return [
        chips(search),
        isNobody ? nothingFound(search, ask) : null,
        ...found,
        isWaiting && failed ? element("p", {}, failureText()) : null,
        isWaiting && !failed && !found.length ? element("p", { class: "catalog-finder__loading" }, gettext("Searching…")) : null,
        ...(!isNobody && found.length ? [unlistedNote(answer), similarNames(answer), similarCategories(answer)] : []),
        possiblePartners(search),
        longerLists(search, found.length > 0),
        !isNobody && !isWaiting ? requestInstead(search, ask) : null,
        foot(search),
      ].filter(Boolean);
    }

    /* Where to read on, and the address of the answer. */
    function foot({ query, answer }) {
      const { applications, partners } = answer;
      const isFound = applications.length + partners.length > 0;
      const [only] = applications.length === 1 ? applications.slice(0, 1) : [];
      const about = only ? link(applicationAddress(only.slug), {}, gettext("All about %(name)s", { name: only.name })) : null;
      const browse = isFound ? null : link(pageAddress("catalog/"), {}, gettext("All %(partners)s"));
      const whole = `${pageAddress("")}?${new URLSearchParams({ q: query })}`;
      const last = filters ? copyButton() : link(whole, {}, gettext("Show the whole answer"));
      const save = filters && isFound ? catalogPartnersButton(() => partnersOf(answer)) : null;
      return element("p", { class: "catalog-answer__foot" }, about, browse, save, last);
    }

    /* Draw again without losing the focus, which stays in its part of the answer. */
    function keepFocus(draw) {
      const focused = document.activeElement;
      const same = results.contains(focused) ? selectorOf(focused) : "";
      const part = focused.closest("[data-group]")?.dataset.group ?? "";
      draw();
      if (same) {
        const drawn = results.querySelector(`[data-group="${CSS.escape(part)}"] ${same}`);
        (drawn ?? results.querySelector(same))?.focus({ preventScroll: true });
      }
    }

    function focusOn(address) {
      results.querySelector(linkTo(address))?.focus();
    }

    function showChosen({ facets }) {
      const count = FACETS.flatMap((facet) => facets[facet]).length;
      find("[data-chosen]").textContent = count ? `(${count})` : "";
    }

    /* What nobody sees isn't counted. */
    function countFilters({ answer, titles }) {
      if (filters.hidden) {
        return;
      }
      if (!updateCounts(filters, answer.facets)) {
        drawFilters(answer.facets, titles);
      }
      if (!filters.childElementCount) {
        button.setAttribute("aria-expanded", "false");
      }
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

    return { focusOn, show, showAnswer, showFailure, showLoading };
  }

  /* The partners that list all of several applications, those that were found, and those that list what was found. */
  function partnersOf({ applications, partners, together }) {
    const listing = applications.slice().flatMap(({ partners: ids }) => ids);
    return [...new Set([...(together?.partners ?? []), ...partners.slice().map(({ id }) => id), ...listing])];
  }

  const linkTo = (address) => `a[href="${CSS.escape(address)}"]`;

  /* Finds a link, a check box, or another control in an answer that is drawn again. */
  function selectorOf(control) {
    const address = control.getAttribute("href");
    return address ? linkTo(address) : control.localName + (control.value ? `[value="${CSS.escape(control.value)}"]` : "");
  }

  /* Everything that is shown, in one sentence each. */
  function summary(search) {
    const { answer, failed } = search;
    const { applications, longer_lists: longer, may_connect: may, mentioned, partly, partners, pending, together } = answer;
    const counts = [
      applications.length ? applicationCount(applications.length) : "",
      partners.length ? partnerCount(partners.length) : "",
    ];
    const found = counts.filter(Boolean).join(", ");
    const [only] = applications.length === 1 && !partners.length ? applications.slice(0, 1) : [];
    const isMentioned = mentioned.length || partly.length;
    const isNothing = !found && !pending.length && (!isMentioned || textsView().isOnlyInPages(search));
    const sentences = [
      together && togetherTitle(together),
      only ? `${only.name}: ${listedBy(only.partners)}` : found && gettext("%(found)s found.", { found }),
      isNothing && nothingTitle(search),
      isMentioned && textsView().mentionsTitle(search),
      textsView()?.alsoText(search),
      pending.length && failed && failureText(),
      unlistedText(answer),
      may.length && possibleTitle(may),
      longer.length && longerTitle(longer),
    ];
    return sentences.filter(Boolean).map((each) => each.replace(/\.?$/, ".")).join(" ");
  }

  const failureText = () => gettext("The texts of entries couldn’t be loaded. Type again to retry.");

  Object.assign(finderView, { isEmpty, makePanel });
})();
