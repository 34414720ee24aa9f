// If nothing was found: what to try instead, and how to request an integration.

(() => {
  const finderView = globalThis.catalogFinderView;
  const { FACETS, addressOf, answer, element, hasFacets, link, number, pageAddress, quoted } = finderView;
  const { gettext, list, ngettext } = catalogWords;

  /* The part of the answer that says so. `ask` says how to request an integration. */
  function nothingFound(search, ask) {
    const query = search.query.trim();
    const isFiltered = hasFacets(search);
    const note = query && !isFiltered ? gettext("That isn’t a no. A %(partner)s may connect it and not say so here.") : "";
    const content = [
      unlistedNote(search.answer),
      similarNames(search.answer),
      similarCategories(search.answer),
      choices(gettext("With fewer filters"), looserSearches(search)),
      query && ask.requests && !search.answer.loosened.length ? request(query, ask) : null,
    ].filter(Boolean);
    const body = content.length ? element("div", { class: "catalog-answer__body" }, content) : null;
    return answer("nothing", nothingTitle(search), [note], null, body);
  }

  function nothingTitle(search) {
    const { subject: query } = search.answer;
    const isFiltered = hasFacets(search);
    if (!query) {
      return gettext("No results with these filters.");
    }
    return isFiltered
      ? gettext("No %(partner)s lists or mentions “%(query)s” with these filters", { query })
      : gettext("No %(partner)s lists or mentions “%(query)s”", { query });
  }

  /* A request also if only some words of the query are a name. */
  function requestInstead({ query, answer: { applications, partners, mentioned, partly } }, ask) {
    const best = [...applications.slice(0, 1), ...partners.slice(0, 1)];
    const isPart = best.every(({ match }) => match === "mentioned"); // all of them are, or none
    return isPart && (best.length || mentioned.length || partly.length) && ask.requests ? request(query.trim(), ask) : null;
  }

  /* Names like the query, if any. */
  const similarNames = ({ nearest }) => choices(gettext("Did you mean"), nearest.filter(isSimilar).map(nearestName));

  /* The categories of what is similar, if any. */
  const similarCategories = ({ nearest }) => choices(gettext("Category"), nearest.filter(isCategory).map(nearestName));

  const isCategory = ({ kind }) => kind === "category";
  const isSimilar = ({ kind, address }) => address !== "" && kind !== "category";

  function nearestName({ name, address }) {
    return link(pageAddress(address), { "data-hit": true }, name);
  }

  /* A note about names in the vocabulary that no partner lists or states, or none or all of those that were found. */
  function unlistedNote(found) {
    const text = unlistedText(found);
    return text ? element("p", { class: "catalog-finder__note" }, text) : null;
  }

  function unlistedText({ applications, nearest, partners, unsaid }) {
    const say = (names, sentence) => (names.length ? sentence({ names: list(names) }, names.length) : "");
    const told = (kind, sentence) => say(nearest.filter((each) => each.kind === kind).map(({ name }) => (kind === "ignored" ? quoted(name) : name)), sentence);
    const others = applications.length + partners.length ? unsaid : []; // otherwise, the mentions say it
    return [
      told("unlisted", (names, count) =>
        ngettext("We know %(names)s, but no %(partner)s lists it yet.", "We know %(names)s, but no %(partner)s lists them yet.", count, names),
      ),
      told("unstated", (names, count) =>
        ngettext("We know %(names)s, but no %(partner)s states it yet.", "We know %(names)s, but no %(partner)s states them yet.", count, names),
      ),
      told("lacking", (names) => gettext("None of these %(partners)s states %(names)s.", names)),
      told("refused", (names) => gettext("All of these %(partners)s state %(names)s.", names)),
      told("listed", (names) => gettext("All of these %(partners)s list %(names)s.", names)),
      told("only", (names, count) => ngettext("Only %(names)s lists it.", "Only %(names)s list it.", count, names)),
      told("unmet", () => gettext("None of these %(partners)s meets all of your conditions.")),
      told("excluded", (names) => gettext("%(Partners)s that state %(names)s aren’t shown. Some of the others state nothing about it.", names)),
      told("left_out", (names) => `${gettext("You excluded: %(names)s", names)}.`),
      told("ignored", ({ names }) => gettext("Nothing was left out for %(words)s.", { words: names })),
      say(others.map(quoted), ({ names }) => gettext("Nobody mentions %(words)s.", { words: names })),
    ].filter(Boolean).join(" ");
  }

  function looserSearches({ query, facets, answer: { loosened }, titles }) {
    return loosened.map(({ facet, count }) => {
      const dropped = facet === "all" ? FACETS : [facet];
      const none = Object.fromEntries(dropped.map((each) => [each, []]));
      const address = addressOf({ query, facets: { ...facets, ...none } });
      const label = facet === "all" ? gettext("No filters") : gettext("Any “%(filter)s”", { filter: titles[facet] });
      return link(address, { "data-search": true }, `${label} (${number(count)})`);
    });
  }

  function choices(label, members) {
    if (!members.length) {
      return null;
    }
    const lines = members.map((each) => element("li", {}, each));
    return element(
      "div",
      { class: "catalog-finder__choices" },
      element("p", {}, label),
      element("ul", { class: "catalog-chips", "aria-label": label }, lines),
    );
  }

  /* The link of `site/requests.py`, for what was typed. */
  function request(query, { requests, requestLabel, requestNotice }) {
    const name = query.replaceAll(/[\s`]+/g, " ").trim();
    const address = requests.replaceAll("%7Bapplication%7D", encodeURIComponent(name));
    return element(
      "p",
      { class: "catalog-finder__request" },
      link(address, { class: "catalog-button", rel: "nofollow noopener noreferrer" }, requestLabel),
      element("span", {}, requestNotice),
    );
  }

  Object.assign(finderView, { nothingFound, nothingTitle, requestInstead, similarCategories, similarNames, unlistedNote, unlistedText });
})();
