// The results: applications with their partners, partners, and partners that may connect it.

(() => {
  const finderView = globalThis.catalogFinderView;
  const { applicationAddress, applicationCount, element, highlight, link, number } = finderView;
  const { partnerAddress, partnerCount } = finderView;
  const { gettext } = catalogWords;
  const FIRST_SHOWN = 8;
  const MORE_SHOWN = 1000; // at a time, so that ten thousand results don't block the page
  const PARTNERS_NAMED = 3;
  const PARTNERS = "catalog-hit__partners";
  const EXTERNAL = "nofollow noopener noreferrer"; // as on partners' links in the pages

  const REASONS = {
    alias: (matched, name) => (name.includes(matched) ? "" : gettext("also known as %(name)s", { name: matched })),
    former: (matched) => gettext("formerly %(names)s", { names: matched }),
    product: (matched) => gettext("product: %(name)s", { name: matched }),
    vendor: (matched) => gettext("made by %(name)s", { name: matched }),
    category: (matched, name, shown) => beyond(matched, shown),
    field: (matched) => gettext("states %(name)s", { name: matched }),
    partner: (matched) => gettext("listed by %(name)s", { name: matched }),
    not_listing: (matched) => matched ? gettext("doesn’t list %(name)s", { name: matched }) : gettext("lists none of these"),
    mentioned: (matched) => gettext("matches only “%(name)s”", { name: matched }),
    words: (matched, name) => (matched.startsWith(name) ? "" : gettext("matches %(name)s", { name: matched })),
    typo: (matched, name) => matched === name ? gettext("similar spelling") : gettext("similar spelling: %(name)s", { name: matched }),
  };

  /* The description of a category, without the name if the tag already shows it. */
  function beyond(matched, shown) {
    return matched === shown ? "" : matched.replace(`${shown}: `, "");
  }

  /* Why something was found, unless its name and tag already show it. */
  function reason({ match, matched, name }, shown = "") {
    const text = REASONS[match]?.(matched, name, shown);
    return text ? [" ", element("span", { class: "catalog-hit__reason" }, text)] : null;
  }

  function hitName(address, name, query) {
    const attributes = { class: "catalog-hit__name", "data-hit": true };
    return link(address, attributes, highlight(name, query));
  }

  function tag(text) {
    return text ? element("span", { class: "catalog-tag" }, text) : null;
  }

  function applicationHit(found, { categories, partners: known, query }) {
    const { name, slug, category, partners } = found;
    const address = applicationAddress(slug);
    const shown = categories[category];
    const left = partners.length - PARTNERS_NAMED;
    const links = partners
      .slice(0, PARTNERS_NAMED)
      .map((id) => link(partnerAddress(id), {}, known.get(id).name));
    if (left > 0) {
      const label = gettext("%(count)s more %(partners)s for %(name)s", { count: number(left), name });
      links.push(link(address, { "aria-label": label }, gettext("+ %(count)s more", { count: number(left) })));
    }
    return element(
      "li",
      { class: "catalog-hit" },
      element("p", {}, hitName(address, name, query), " ", tag(shown), reason(found, shown)),
      element("p", { class: PARTNERS }, `${partnerCount(partners.length)}: `, joinLinks(links)),
    );
  }

  function joinLinks(links) {
    return links.flatMap((each, position) => (position ? [", ", each] : [each]));
  }

  function partnerHit(found, { partners, query }) {
    const count = partners.get(found.id).applications.length;
    return element(
      "li",
      { class: "catalog-hit" },
      element("p", {}, hitName(partnerAddress(found.id), found.name, query), reason(found)),
      count ? element("p", { class: PARTNERS }, applicationCount(count)) : null,
    );
  }

  function genericHit({ id, name, reach }) {
    const tags = reach.map(tag);
    const spaced = tags.flatMap((each) => [" ", each]);
    const named = hitName(partnerAddress(id), name, "");
    return element("li", { class: "catalog-hit catalog-hit--generic" }, element("p", {}, named, spaced));
  }

  function longerListHit({ id, name, url }) {
    const attributes = { rel: EXTERNAL, "aria-label": gettext("Full list of %(name)s", { name }) };
    const full = link(url, attributes, gettext("Full list"));
    const named = hitName(partnerAddress(id), name, "");
    return element("li", { class: "catalog-hit" }, element("p", {}, named, " · ", full));
  }

  /* The groups in the order of the page. `key` is the group's key in the answer. */
  const GROUPS = [
    { key: "applications", title: gettext("%(Applications)s"), hit: applicationHit },
    { key: "partners", title: gettext("%(Partners)s"), hit: partnerHit },
    {
      key: "may_connect",
      title: gettext("May connect it through a generic interface"),
      first: 4,
      hit: genericHit,
      note: gettext(
        "These %(partners)s don’t list it, but they connect any %(application)s that has one of these interfaces. Ask them.",
      ),
    },
    {
      key: "longer_lists",
      title: gettext("May be on a longer list"),
      first: 4,
      hit: longerListHit,
      note: gettext("These %(partners)s show a selection here and publish a longer list elsewhere."),
    },
  ];

  function group({ key, title, hit, note, first = FIRST_SHOWN }, search, showMore) {
    const found = search.answer[key];
    if (!found.length) {
      return null;
    }
    const shown = search.shown[key] ?? first;
    const heading = `catalog-finder-${key}`;
    const count = element("span", { class: "catalog-finder__count" }, number(found.length));
    return element(
      "section",
      { class: "catalog-hits", "data-group": key, "aria-labelledby": heading },
      element("h2", { id: heading }, title, " ", count),
      note ? element("p", { class: "catalog-finder__note" }, note) : null,
      element("ul", {}, found.slice(0, shown).map((each) => hit(each, search))),
      found.length > shown ? moreButton(found.length, shown, title, () => showMore(key, shown)) : null,
    );
  }

  function moreButton(count, shown, title, act) {
    const isAll = count <= shown + MORE_SHOWN;
    const label = isAll
      ? gettext("Show all %(count)s", { count: number(count) })
      : gettext("Show %(count)s more", { count: number(MORE_SHOWN) });
    const attributes = { type: "button", class: "catalog-button", "aria-label": `${label}: ${title}` };
    const button = element("button", attributes, label);
    button.addEventListener("click", act);
    return button;
  }

  function resultGroups(search, showMore) {
    return GROUPS.map((each) => group(each, search, showMore)).filter(Boolean);
  }

  function summary({ applications, partners }) {
    const counts = [
      applications.length ? applicationCount(applications.length) : "",
      partners.length ? partnerCount(partners.length) : "",
    ];
    return counts.filter(Boolean).join(", ");
  }

  Object.assign(finderView, { MORE_SHOWN, resultGroups, summary });
})();
