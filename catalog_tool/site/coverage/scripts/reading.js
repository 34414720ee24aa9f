// Shows how each name of a list was read, and asks what is unclear.

(() => {
  const { applicationAddress, element, link, partnerAddress, quoted } = globalThis.catalogFinderView;
  const { gettext, ngettext } = catalogWords;

  /**
   * The elements of the list of names.
   *
   * @param index the finder's index
   * @param names of the list, each with its `meaning`
   * @param onChoose function that gets a name and the application that the reader chose for it
   */
  function readNames(index, names, onChoose) {
    const applications = catalogCoverage.applicationsOf(index);
    return names.map((name) => {
      const { kind } = name.meaning;
      const shown = kind === "listed" || kind === "unlisted" ? known(applications, name) : unknown(applications, name, onChoose);
      return element("li", { "data-kind": kind }, element("div", {}, shown));
    });
  }

  function known(applications, { typed, others, meaning: { kind, number, pending } }) {
    const { name, slug } = applications[number];
    const spelled = [typed, ...others].filter((each) => each !== name).map(quoted);
    const from = spelled.length ? " " + gettext("from %(names)s", { names: catalogWords.list(spelled) }) : "";
    const shown = slug ? link(applicationAddress(slug), {}, name) : element("span", {}, name);
    return [shown, note(from), ...(kind === "unlisted" ? [" ", remark(nobodyText(pending))] : [])];
  }

  function unknown(applications, name, onChoose) {
    const { kind, choices, partners, pending } = name.meaning;
    const typed = element("b", {}, name.typed);
    if (kind === "nobody") {
      return [typed, " ", remark(nobodyText(pending))];
    }
    if (kind === "mentioned") {
      const mention = ngettext(
        "No %(partner)s lists it. %(num)s %(partner)s mentions it:",
        "No %(partner)s lists it. %(num)s %(partners)s mention it:",
        partners.length,
      );
      return [typed, " ", remark(`${mention} `, ...mentionLinks(partners))];
    }
    const question = choices.length === 1 ? gettext("Did you mean this one?") : gettext("Which one do you mean?");
    const buttons = choices.map((number) => choice(applications[number].name, () => onChoose(name, applications[number].name)));
    return [typed, " ", remark(question), element("p", { class: "catalog-buttons" }, buttons)];
  }

  /** Links to partners that mention a name, each with a word if it seems to deny it. */
  function mentionLinks(partners) {
    const remarkOf = ({ isDenied }) => (isDenied ? ` (${gettext("may say the opposite")})` : "");
    return partners.flatMap((each, at) => [at ? ", " : "", link(partnerAddress(each.id), {}, each.name), remarkOf(each)]);
  }

  /* Only if the texts of all entries were searched, nobody mentions it. */
  function nobodyText(pending) {
    return pending.length ? gettext("No %(partner)s lists it.") : gettext("No %(partner)s lists or mentions it.");
  }

  const choice = (label, onClick) => catalogButton({ class: "catalog-button catalog-button--small" }, onClick, label);

  /* Fold a long list. Returns a button that shows all of it, if the styles hide a name. */
  function foldNames(list) {
    list.dataset.folded = "";
    const hidden = [...list.children].filter((each) => !each.checkVisibility());
    if (!hidden.length) {
      return [];
    }
    const button = choice(gettext("Show all %(count)s", { count: catalogWords.number(list.childElementCount) }), () => {
      delete list.dataset.folded;
      button.remove();
      hidden[0].querySelector("a").focus();
    });
    return [button];
  }

  /**
   * Notes about the whole list: what was left out, and why.
   *
   * @param list what `readList` returned
   * @param onReadAll function that is called to read all columns of a table
   */
  function readingNotes({ column, headings, count, isCut }, onReadAll) {
    const notes = [];
    if (column) {
      const text = gettext("Your list is a table. We read column %(number)s of %(of)s, which names the most %(applications)s.", column);
      notes.push(element("p", {}, `${text} `, choice(gettext("Read all columns"), onReadAll)));
    }
    if (headings.length) {
      const names = catalogWords.list(headings.slice(0, 3).map(quoted));
      notes.push(element("p", {}, ngettext("Left out as a heading: %(names)s.", "Left out as headings, such as %(names)s.", headings.length, { names })));
    }
    if (isCut) {
      notes.push(element("p", {}, ngettext("Your list is long. We read the first name. Check the others separately.", "Your list is long. We read the first %(num)s names. Check the others separately.", count)));
    }
    return notes;
  }

  const note = (text) => element("span", { class: "catalog-muted" }, text);
  /* Sentences about a name, in a line of their own. */
  const remark = (...parts) => element("p", { class: "catalog-muted" }, ...parts);

  Object.assign(catalogCoverage, { foldNames, mentionLinks, readNames, readingNotes });
})();
