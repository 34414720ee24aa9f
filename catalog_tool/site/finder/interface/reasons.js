// Why something was found, in words.

(() => {
  const finderView = globalThis.catalogFinderView;
  const { element } = finderView;
  const { gettext } = catalogWords;

  const REASONS = {
    alias: alsoKnown,
    close: alsoKnown,
    former: (matched) => gettext("formerly %(names)s", { names: matched }),
    product: (matched) => gettext("product: %(name)s", { name: matched }),
    host: (matched) => gettext("website: %(name)s", { name: matched }),
    vendor: (matched) => gettext("made by %(name)s", { name: matched }),
    category: (matched, name, shown) => beyond(matched, shown),
    field: (matched) => gettext("states %(name)s", { name: matched }),
    partner: (matched) => gettext("listed by %(name)s", { name: matched }),
    not_listing: (matched) => matched ? gettext("doesn’t list %(name)s", { name: matched }) : gettext("lists none of these"),
    mentioned: (matched) => gettext("matches only “%(name)s”", { name: matched }),
    words: (matched, name) => (matched.startsWith(name) ? "" : gettext("matches %(name)s", { name: matched })),
    typo: (matched, name) => matched === name ? gettext("similar spelling") : gettext("similar spelling: %(name)s", { name: matched }),
  };

  function alsoKnown(matched, name) {
    return name.includes(matched) ? "" : gettext("also known as %(name)s", { name: matched });
  }

  /* The description of a category, without the name if the tag already shows it. */
  function beyond(matched, shown) {
    return matched === shown ? "" : matched.replace(`${shown}: `, "");
  }

  /* Why something was found, unless its name and tag already show it. */
  function reason({ match, matched, name }, shown = "") {
    const text = REASONS[match]?.(matched, name, shown);
    return text ? [" ", element("span", { class: "catalog-hit__reason" }, text)] : null;
  }

  /* The same as a sentence, if the query is another name of an application and nothing else. */
  function otherName({ match, matched, name }, query) {
    const letters = (text) => catalogNames.latin(text).replaceAll(/[^\p{L}\p{N}]/gu, "");
    const isShown = name.toLowerCase().includes(query.trim().toLowerCase());
    const isMeant = match === "alias" && !isShown && letters(matched) === letters(query);
    return isMeant ? gettext("You typed “%(query)s,” another name for %(name)s.", { query: query.trim(), name }) : "";
  }

  Object.assign(finderView, { otherName, reason });
})();
