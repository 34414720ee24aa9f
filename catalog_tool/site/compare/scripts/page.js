// The comparison page: draws the comparison again whenever the address changes.

(() => {
  const { element, loadIndex, quoted } = globalThis.catalogFinderView;
  const { choice, compareCsv, compareMarkdown, facts, picker, rows, table } = globalThis.catalogCompare;
  const page = document.querySelector("[data-compare]");
  const place = page.querySelector("[data-compare-table]");
  const status = page.querySelector("[data-compare-status]");
  const differences = page.querySelector("[data-compare-differences]");
  const sharing = page.querySelector("[data-sharing]");
  const { gettext, list, mark, ngettext, number } = catalogWords;
  const most = Number(page.dataset.compareMost);

  [place, status, page.querySelector("[data-compare-picker]")].forEach((each) => mark(each));
  loadIndex().then(start, () => {
    document.documentElement.classList.add("catalog-not-comparing");
    say([gettext("The list of %(partners)s couldn’t be loaded. Reload the page to try again.")]);
  });

  function start(index) {
    const positions = new Map(index.partners.map(({ id }, position) => [id, position]));
    let latest = 0;
    let shown = null; // the columns and parts of the table

    // A small catalog is compared as a whole until the reader selects partners.
    function readChoice() {
      const read = choice.read(location.search, positions, most);
      const isWhole = !read.isAsked && positions.size <= most;
      return isWhole ? { ...read, chosen: [...positions.keys()] } : read;
    }

    function go(chosen) {
      history.pushState(null, "", choice.address(chosen, differences.checked));
      return draw();
    }

    function add(id) {
      const { chosen } = readChoice();
      if (chosen.length < most) {
        go([...chosen, id]);
      } else {
        say([gettext("You can compare up to %(most)s %(partners)s. Remove one to add another.", { most })]);
      }
    }

    async function remove(id) {
      await go(readChoice().chosen.filter((each) => each !== id));
      // The button with the focus is gone.
      (place.querySelector("table") ?? page.querySelector("input")).focus();
    }

    async function draw() {
      const read = readChoice();
      const drawing = (latest += 1);
      differences.checked = choice.isOnlyDifferences(location.search);
      const columns = await Promise.all(read.chosen.map(column));
      if (drawing !== latest) {
        return; // the comparison changed while facts were loading
      }
      const partners = columns.map(({ partner }) => partner);
      differences.closest("[data-compare-choice]").hidden = partners.length < 2;
      sharing.hidden = !partners.length;
      const isOnlyDifferences = differences.checked && partners.length > 1;
      shown = { columns, parts: partsShown(rows.parts(index, columns), isOnlyDifferences) };
      place.replaceChildren(...(partners.length ? [table(columns, shown.parts, remove)] : []));
      say([...notShown(read, nameOf), partners.length ? rows.summary(partners) : gettext("No %(partners)s selected yet.")]);
    }

    async function column(id) {
      const position = positions.get(id);
      const partner = index.partners[position];
      return { facts: await facts.of(partner, position), partner, position };
    }

    /* Copied on a page that compares a whole catalog, the address names the partners. */
    function address() {
      const ids = shown.columns.map(({ partner }) => partner.id);
      return new URL(choice.address(ids, differences.checked), location.href).href;
    }

    globalThis.catalogSharing.start(sharing, {
      address,
      csv: () => compareCsv(shown.columns, shown.parts),
      markdown: () => compareMarkdown(shown.columns, shown.parts),
      file: "comparison",
    });
    const nameOf = (id) => index.partners[positions.get(id)].name;
    differences.addEventListener("change", () => go(readChoice().chosen));
    addEventListener("popstate", draw);
    const isChosen = (id) => readChoice().chosen.includes(id);
    picker.start(page.querySelector("[data-compare-picker]"), index, isChosen, add);
    draw();
  }

  function partsShown(parts, isOnlyDifferences) {
    const some = parts.map((part) => (isOnlyDifferences ? { ...part, rows: part.rows.filter(rows.differs) } : part));
    return some.filter((part) => part.rows.length);
  }

  // Messages about partners in the address that the table doesn't show.
  function notShown({ leftOut, unknown, unknownCount }, nameOf) {
    const messages = [];
    if (unknownCount) {
      const names = some(unknown.map(quoted), unknownCount);
      messages.push(ngettext("%(names)s isn’t in this catalog.", "%(names)s aren’t in this catalog.", unknownCount, { names }));
    }
    if (leftOut.length) {
      const names = some(leftOut.slice(0, most).map(nameOf), leftOut.length);
      messages.push(gettext("You can compare up to %(most)s %(partners)s. Left out: %(names)s.", { most, names }));
    }
    return messages;
  }

  /* Some names, and the number of the others. */
  function some(names, count) {
    const left = count - names.length;
    return left > 0 ? list([...names, gettext("%(count)s more", { count: number(left) })]) : names.join(", ");
  }

  function say(messages) {
    status.replaceChildren(...messages.map((message) => element("p", {}, message)));
  }
})();
