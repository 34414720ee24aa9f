// The answer to a list: a headline, the fewest partners, the table, and names that nobody lists.

(() => {
  const { element, link, pageAddress } = globalThis.catalogFinderView;
  const { coverageTable } = catalogCoverage;
  const { contactLink, partnerName } = globalThis.catalogCompare;
  const { gettext, ngettext, number } = catalogWords;

  /**
   * What a list comes to.
   *
   * @param index the finder's index
   * @param names of the list, each with its `meaning`
   * @returns {{total, columns, rows, fewest, unlisted, unclear}} `columns`: applications that any partner
   *   lists, in the order of the list; `rows`: partners, best first; `fewest`: partners that list all
   *   columns
   */
  function answerList(index, names) {
    const of = (...kinds) => names.filter(({ meaning }) => kinds.includes(meaning.kind));
    const columns = of("listed").map(({ meaning }) => ({ ...index.applications[meaning.number], number: meaning.number }));
    const rows = catalogCoverage.partnersListing(index, columns.map((each) => each.number));
    const fewest = catalogCoverage.fewestPartners(rows);
    return { total: names.length, columns, rows, fewest, unlisted: of("unlisted", "mentioned", "nobody"), unclear: of("unclear") };
  }

  /** One sentence: who lists the most. */
  function headline(index, { total, rows, unclear }) {
    if (!rows.length) {
      return unclear.length
        ? gettext("Choose what you mean to see who lists it")
        : ngettext("No %(partner)s lists this %(application)s", "No %(partner)s lists any of your %(num)s %(applications)s", total);
    }
    const count = rows[0].listed.length;
    const best = rows.filter(({ listed }) => listed.length === count);
    const values = { name: index.partners[rows[0].partner].name, total: number(total), count: number(count) };
    if (count < total) {
      return ngettext(
        "%(name)s lists %(count)s of your %(total)s %(applications)s",
        "%(num)s %(partners)s each list %(count)s of your %(total)s %(applications)s",
        best.length,
        values,
      );
    }
    if (total === 1) {
      return ngettext("%(name)s lists it", "%(num)s %(partners)s list it", best.length, values);
    }
    return ngettext(
      "%(name)s lists all of your %(applications)s",
      "%(num)s %(partners)s list all of your %(applications)s",
      best.length,
      values,
    );
  }

  /* The fewest partners that list everything, unless a single one does. */
  function fewestSection(index, { columns, fewest, rows, total }, factsOf, most) {
    const { members, isFewest } = fewest;
    if (members.length < 2) {
      return null;
    }
    const values = { count: number(columns.length), num: number(members.length) };
    const title = columns.length === total
      ? gettext("%(num)s %(partners)s together list all %(count)s", values)
      : gettext("%(num)s %(partners)s together list the %(count)s that anyone lists", values);
    const certain = isFewest
      ? gettext("No smaller group does.")
      : gettext("This is a small group, but perhaps not the smallest: there are too many combinations to try them all.");
    const ids = members.map(({ partner }) => index.partners[partner].id);
    const compare = ids.length <= most && link(`${pageAddress("compare/")}?partners=${ids.join(",")}`, { class: "catalog-button catalog-button--small" }, gettext("Compare them"));
    return section(
      title,
      element("p", { class: "catalog-muted" }, certain),
      element("ul", { class: "catalog-list catalog-together" }, members.map((each) => memberRow(index, each, factsOf))),
      compare ? element("p", { class: "catalog-buttons" }, compare) : null,
      restNote(index, rows, members),
    );
  }

  function memberRow(index, { partner, listed, equals }, factsOf) {
    const lists = gettext("lists %(names)s", { names: catalogWords.list(listed.map((each) => index.applications[each].name)) });
    const names = someNames(index, equals);
    const same = equals.length
      ? " " + ngettext("%(names)s lists the same.", "%(names)s list the same.", equals.length, { names })
      : "";
    const what = element("div", {}, partnerName(index.partners[partner], factsOf(partner)), element("span", { class: "catalog-muted" }, `${lists}.${same}`));
    return element("li", {}, what, contactLink(index.partners[partner], factsOf(partner)));
  }

  /* Who lists what the best partner doesn't, if that partner isn't one of the fewest. */
  function restNote(index, rows, members) {
    const [best] = rows;
    if (members.some(({ partner, equals }) => [partner, ...equals].includes(best.partner))) {
      return null;
    }
    const rest = catalogCoverage.fewestPartners(rows, best.listed).members.map(({ partner }) => partner);
    const values = { name: index.partners[best.partner].name, names: someNames(index, rest) };
    const note = ngettext(
      "If you start with %(name)s, %(names)s lists the rest.",
      "If you start with %(name)s, %(names)s list the rest together.",
      rest.length,
      values,
    );
    return element("p", { class: "catalog-muted" }, note);
  }

  const MOST_NAMES = 5;

  function someNames(index, partners) {
    const names = partners.slice(0, MOST_NAMES).map((partner) => index.partners[partner].name);
    const left = partners.length - names.length;
    return catalogWords.list(left ? [...names, gettext("%(count)s more", { count: number(left) })] : names);
  }

  /** The elements of the answer below its headline. `shown` is the number of rows. */
  function answerElements(index, answer, factsOf, { shown, mostCompared, asking, onMore }) {
    const rows = answer.rows.slice(0, shown).map((row) => ({ ...row, partner: index.partners[row.partner], facts: factsOf(row.partner) }));
    const more = catalogButton({ class: "catalog-button", "data-more": true }, onMore, gettext("Show more %(partners)s"));
    const table = rows.length
      ? section(
          gettext("%(Partners)s by number of matches"),
          coverageTable(answer.columns, rows, answer.total),
          answer.rows.length > shown ? element("p", { class: "catalog-buttons" }, more) : null,
          element("p", { class: "catalog-muted" }, gettext("What isn’t listed isn’t a no. Ask the %(partner)s.")),
        )
      : null;
    table?.querySelector("h3").setAttribute("id", "coverage-partners");
    return [fewestSection(index, answer, factsOf, mostCompared), table, nobodySection(answer, asking)].filter(Boolean);
  }

  function nobodySection({ unlisted }, asking) {
    if (!unlisted.length) {
      return null;
    }
    const rows = unlisted.map(({ typed, meaning: { application, partners } }) => {
      const name = application?.name ?? typed;
      const mention = partners.length ? [` ${gettext("mentioned by")} `, ...catalogCoverage.mentionLinks(partners)] : [];
      return element("li", {}, element("div", {}, element("b", {}, name), mention), requestLink(name, asking));
    });
    return section(
      gettext("Nobody lists"),
      element("ul", { class: "catalog-list catalog-nobody" }, rows),
      element("p", { class: "catalog-muted" }, gettext("That isn’t a no. A %(partner)s may connect it and not say so here.")),
      asking.requests ? element("p", { class: "catalog-muted" }, asking.requestNotice) : null,
    );
  }

  /* The link of `site/requests.py` for one name; only what the reader selects leaves the browser. */
  function requestLink(name, { requests, requestLabel }) {
    const address = requests.replaceAll("%7Bapplication%7D", encodeURIComponent(name.replaceAll("`", " ")));
    const attributes = { class: "catalog-button catalog-button--small", rel: "nofollow noopener noreferrer", "aria-label": `${requestLabel}: ${name}` };
    return requests ? link(address, attributes, requestLabel) : null;
  }

  const section = (title, ...children) => element("section", { class: "catalog-section" }, element("h3", {}, title), children);

  Object.assign(catalogCoverage, { answerElements, answerList, headline });
})();
