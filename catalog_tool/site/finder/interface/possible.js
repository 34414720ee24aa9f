// Who may connect it without listing it: in one line that opens, because it is about any application.

(() => {
  const finderView = globalThis.catalogFinderView;
  const { EXTERNAL, element, fold, link, partnerAddress, partnerRow, rows } = finderView;
  const { gettext, ngettext } = catalogWords;

  /* Partners with a generic interface. */
  function possiblePartners(search) {
    const { may_connect: may } = search.answer;
    if (!may.length) {
      return null;
    }
    const title = possibleTitle(may);
    const note = gettext("They state a general interface. Check that yours offers it.");
    const draw = () => [
      element("p", { class: "catalog-finder__note" }, note),
      ...rows("may_connect", title, may, ({ id, reach }) => partnerRow(id, { reason: reached(reach) }, search), search),
    ];
    return fold("may_connect", title, search, false, draw);
  }

  const reached = (ways) => [" ", element("span", { class: "catalog-hit__reason" }, ways.join(", "))];

  const possibleTitle = ({ length }) => ngettext("%(num)s %(partner)s states a way to connect any %(application)s", "%(num)s %(partners)s state a way to connect any %(application)s", length);

  /* Partners that publish a longer list elsewhere. */
  function longerLists(search, isFound) {
    const { longer_lists: longer } = search.answer;
    if (!longer.length) {
      return null;
    }
    const title = longerTitle(longer);
    const draw = () => rows("longer_lists", title, longer, longerList, search);
    return fold("longer_lists", title, search, !isFound, draw);
  }

  const longerTitle = ({ length }) => ngettext("%(num)s %(partner)s publishes a longer list elsewhere", "%(num)s %(partners)s publish a longer list elsewhere", length);

  function longerList({ id, name, url }) {
    const named = link(partnerAddress(id), { class: "catalog-hit__name", "data-hit": true }, name);
    const attributes = { rel: EXTERNAL, "aria-label": gettext("Full list of %(name)s", { name }) };
    return element("li", { class: "catalog-hit" }, element("p", {}, named, " · ", link(url, attributes, gettext("Full list"))));
  }

  Object.assign(finderView, { longerLists, longerTitle, possiblePartners, possibleTitle });
})();
