// Nothing was found: what to try instead, and how to ask for it.

(() => {
  const finderView = globalThis.catalogFinderView;
  const { FACETS, TITLES, addressOf, element, link, number, pageAddress } =
    finderView;

  const LISTS = new Intl.ListFormat("en");

  /* The elements that say so; `requests` is where new issues are opened, or "". */
  function nothingFound(search, requests) {
    const query = search.query.trim();
    const title = query ? `Nobody lists “${query}”` : "There is nothing";
    const narrowed = hasFacets(search) ? " with these filters" : "";
    return [
      element("p", { class: "catalog-finder__nobody" }, `${title}${narrowed}.`),
      unlisted(search.answer),
      choices("Did you mean", search.answer.nearest.filter(isListed).map(nearestName)),
      choices("With fewer filters", looserSearches(search)),
      query ? everyWord(query) : null,
      query && requests && !search.answer.loosened.length ? request(query, requests) : null,
    ].filter(Boolean);
  }

  /* The same request where nothing has all that was asked for, but some of its words are a name. */
  function requestInstead({ query, answer: { applications, partners } }, requests) {
    const best = [...applications.slice(0, 1), ...partners.slice(0, 1)];
    const isPart = best.every(({ match }) => match === "mentioned"); // as all are, or none
    return isPart && requests ? request(query.trim(), requests) : null;
  }

  const hasFacets = ({ facets }) => FACETS.some((facet) => facets[facet].length);

  const isListed = ({ address }) => address !== "";

  function nearestName({ name, address }) {
    return link(pageAddress(address), { "data-hit": true }, name);
  }

  /* What the vocabulary knows of what was asked for, whether or not something else was found. */
  function unlisted({ nearest }) {
    const said = [known(nearest, "unlisted", "lists"), known(nearest, "unstated", "states")];
    const text = said.filter(Boolean).join(" ");
    return text ? element("p", { class: "catalog-finder__note" }, text) : null;
  }

  function known(nearest, kind, does) {
    const names = nearest.filter((each) => each.kind === kind).map(({ name }) => name);
    const them = names.length === 1 ? "it" : "them";
    return names.length
      ? `The catalog knows ${LISTS.format(names)}, but no partner ${does} ${them} yet.`
      : "";
  }

  function looserSearches({ query, facets, answer }) {
    return answer.loosened.map(({ facet, count }) => {
      const dropped = facet === "all" ? FACETS : [facet];
      const none = Object.fromEntries(dropped.map((each) => [each, []]));
      const address = addressOf({ query, facets: { ...facets, ...none } });
      const label = facet === "all" ? "No filter" : `Any ${TITLES[facet].toLowerCase()}`;
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

  /* The search in descriptions, which the finder does not read: a page of its own, or the theme's. */
  function everyWord(query) {
    const page = document.querySelector(".catalog-finder__words a");
    const field = document.querySelector("[data-md-component=search-query]");
    if (!page && !field) {
      return null;
    }
    const said = `Search every word of the descriptions for “${query}”`;
    const way = page ? link(wordsAddress(page, query), {}, said) : openingButton(field, query, said);
    return element("p", { class: "catalog-finder__elsewhere" }, way);
  }

  function wordsAddress(page, query) {
    const address = new URL(page.href);
    address.searchParams.set("words", query);
    return address.href;
  }

  /* The theme opens its search where its field has the focus, and answers to what stands there. */
  function openingButton(field, query, said) {
    const button = element("button", { type: "button" }, said);
    button.addEventListener("click", () => {
      field.value = query;
      field.focus();
    });
    return button;
  }

  /* An issue to open, filled in. The query is shown as code, in which GitHub mentions nobody. */
  function request(query, requests) {
    const url = new URL(requests);
    const said = query.replaceAll(/[\s`]+/g, " ").trim();
    url.searchParams.set("title", `Integration wanted: ${said}`);
    url.searchParams.set(
      "body",
      `No partner of the catalog lists this application yet:\n\n    ${said}\n\n` +
        "What it is, and what you would like to do with it:\n\n",
    );
    const attributes = { class: "catalog-button", rel: "nofollow noopener noreferrer" };
    return element(
      "p",
      { class: "catalog-finder__request" },
      link(url.href, attributes, "Request this integration"),
      element("span", {}, "Opens a public request on GitHub, filled in for you."),
    );
  }

  Object.assign(finderView, { nothingFound, requestInstead, unlisted });
})();
