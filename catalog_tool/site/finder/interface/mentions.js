// Draws who says it in other words. A page loads this script with the first of the texts, and each of its finders uses it.

globalThis.catalogFinderMentions = (finderView) => {
  const { answer, element, link, pageAddress, partnerAddress, partnerRow, quoted, rows } = finderView;
  const { gettext, list, ngettext } = catalogWords;
  const MOST_REPEATED = 3; // words of a query in a title
  const FIRST_ALSO = 3; // below those that list it

  /* Partners, then pages. If nobody says all of it, who says a part, or what nobody lists. */
  function mentionedAnswer(search) {
    const { partly } = search.answer;
    const mentioned = search.answer.mentioned.length ? search.answer.mentioned : partly;
    if (!mentioned.length) {
      return null;
    }
    const [first] = mentioned.slice(0, 1);
    const title = mentionsTitle(search);
    const { unsaid } = search.answer;
    const count = mentioningPartners(search);
    const isAll = count && !first.missing.length && !first.is_denied && !search.answer.loosened.length;
    const lines = isListed(search) ? [] : [
      unsaid.length ? gettext("Nobody mentions %(words)s.", { words: list(unsaid.map(quoted)) }) : "",
      isAll ? ngettext("No %(partner)s lists it as an %(application)s. This one says it in its own words, so ask them.", "No %(partner)s lists it as an %(application)s. These say it in their own words, so ask them.", count) : "",
    ];
    return answer("mentioned", title, lines, null, rows("mentioned", title, mentioned, (each) => mentionRow(each, search), search));
  }

  /* Who mentions an application that others list; null before the reader pauses, or if nobody does. */
  function alsoAnswer(search) {
    const title = gettext("Also mentioned by");
    return search.also?.length ? answer("also", title, [], null, rows("also", title, search.also, (each) => mentionRow(each, search), search, FIRST_ALSO)) : null;
  }

  /* The same for screen readers. */
  const alsoText = ({ also }) => (also?.length ? gettext("Other %(partners)s mention it.") : "");

  const isListed = ({ answer: { applications, partners } }) => applications.length + partners.length > 0;

  /* Partners come first. Sections of pages have higher numbers. */
  function mentioningPartners({ answer: { mentioned }, partners }) {
    return mentioned.members.filter(({ number: each }) => each < partners.size).length;
  }

  /* Whether only pages have it, and no partner. */
  const isOnlyInPages = (search) => !isListed(search) && search.answer.mentioned.length > 0 && !mentioningPartners(search);

  function mentionsTitle(search) {
    const query = search.query.trim();
    const count = mentioningPartners(search);
    if (search.answer.mentioned.slice(0, 1).some(({ missing, is_apart: isApart, is_denied: isDenied }) => missing.length || isApart || isDenied)) {
      return ngettext("%(num)s %(partner)s mentions something similar", "%(num)s %(partners)s mention something similar", count);
    }
    if (!search.answer.mentioned.length) {
      return isListed(search) ? gettext("Mentioned, but not listed") : gettext("Only a part of it was found");
    }
    if (count && query.split(/\s+/).length > MOST_REPEATED) {
      return ngettext("%(num)s %(partner)s mentions it", "%(num)s %(partners)s mention it", count);
    }
    return count
      ? ngettext("%(num)s %(partner)s mentions “%(query)s”", "%(num)s %(partners)s mention “%(query)s”", count, { query })
      : gettext("Pages with “%(query)s”", { query });
  }

  /* A partner that is shown above is here for its sentence. */
  function mentionRow(mention, search) {
    const { kind, id, name, address, sentence, listed } = mention;
    if (kind === "partner" && !(sentence && search.told.has(id))) {
      return partnerRow(id, { asked: listed, quote: sentence ? quote(mention) : null, where: sentence ? whereOf(mention) : "" }, search);
    }
    const titled = link(id ? partnerAddress(id) : pageAddress(address), { class: "catalog-hit__name", "data-hit": true }, name);
    return element("li", { class: "catalog-hit" }, element("p", {}, titled), sentence ? quote(mention) : null);
  }

  /* A sentence with the words of the query marked. */
  function quote({ sentence, marks }) {
    const nodes = [];
    let shown = 0;
    for (const [start, end] of marks) {
      nodes.push(sentence.slice(shown, start), element("mark", {}, sentence.slice(start, end)));
      shown = end;
    }
    return element("p", { class: "catalog-quote" }, [...nodes, sentence.slice(shown)]);
  }

  const PLACES = {
    description: gettext("From its description."),
    field: gettext("From what it states."),
    host: gettext("From its address."),
    link: gettext("From its links."),
    note: gettext("From its note."),
  };

  /* Where a sentence is from, and what it lacks. */
  function whereOf({ where, missing, is_apart: isApart, is_denied: isDenied }) {
    const words = missing.map(quoted).join(", ");
    const told = [
      PLACES[where],
      words && gettext("It doesn’t say %(words)s.", { words }),
      isApart && gettext("Your words are in two sentences."),
      isDenied && gettext("It may say the opposite."),
    ];
    return told.filter(Boolean).map((each) => `${each} `).join("");
  }

  return { alsoAnswer, alsoText, isOnlyInPages, mentionedAnswer, mentionsTitle };
};
