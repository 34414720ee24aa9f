// Filters and sorts the rows of the catalog. Within a group of boxes, one must fit; all groups must.
// The filters and the order are in the address, under the same names as in the finder.

(() => {
  const { gettext, mark, ngettext, number } = catalogWords;
  const form = document.querySelector("[data-catalog-filters]");
  const list = document.querySelector("[data-catalog-rows]");
  const page = document.querySelector(".catalog-browse");
  const [count, chosen, found, opener] = ["count", "chosen", "found", "open"].map((name) =>
    page.querySelector(`[data-${name}]`),
  );
  const sort = page.querySelector("[data-sort]");
  const initials = page.querySelector(".catalog-initials");
  const otherPages = document.querySelectorAll(".catalog-initials a:not([href^='#'])"); // of other letters
  const boxes = [...form.querySelectorAll("input")];
  const counts = boxes.map((box) => box.parentElement.querySelector("small"));
  const groups = [...form.querySelectorAll("fieldset")].map((group) => ({
    group,
    boxes: boxes.filter((box) => group.contains(box)),
    shownFirst: group.querySelectorAll("label:not([data-more])").length,
    unfold: group.querySelector("[data-unfold]"),
  }));
  const nameOf = (box) => box.nextElementSibling.textContent;
  const rows = [...list.children].map((row, at) => ({
    at,
    row,
    states: new Set(row.dataset.states?.split(" ").map(Number)),
    changed: row.dataset.changed ?? "",
    tested: row.querySelector("time")?.dateTime ?? "",
  }));
  const shownRows = () => [...list.children].filter(({ hidden }) => !hidden);
  const download = catalogPartnersButton(() => shownRows().map((row) => row.querySelector("[data-compare-pick]").value));
  const partners = (shown) => ngettext("%(num)s %(partner)s", "%(num)s %(partners)s", shown);

  /* The groups with a selected box: their names, with the positions of these boxes. */
  function groupsOf(selected) {
    return Map.groupBy(selected, (at) => boxes[at].name);
  }

  /* The groups that a row doesn't fit. */
  function missed({ states }, groups) {
    return [...groups].filter(([, positions]) => !positions.some((at) => states.has(at))).map(([name]) => name);
  }

  const fitting = (selected) => {
    const wanted = groupsOf(selected);
    return rows.filter((each) => !missed(each, wanted).length).length;
  };

  const selection = () => boxes.flatMap((box, at) => (box.checked ? [at] : []));

  function show() {
    const selected = selection();
    const wanted = groupsOf(selected);
    const states = boxes.map(() => 0); // how many rows a box would show, if all other groups stay
    let shown = 0;
    for (const each of rows) {
      const names = missed(each, wanted);
      each.row.hidden = names.length > 0;
      shown += names.length ? 0 : 1;
      for (const at of names.length > 1 ? [] : each.states) {
        states[at] += names.length && names[0] !== boxes[at].name ? 0 : 1;
      }
    }
    boxes.forEach((box, at) => {
      counts[at].textContent = number(states[at]);
      box.parentElement.hidden = !states[at] && !box.checked;
    });
    groups.forEach((each) => fold(each, states));
    showCounts(shown, selected);
    download.hidden = !shown;
    chosen.replaceChildren(...(selected.length ? [chips(selected)] : []), ...(shown ? [] : [nothing(selected)]));
    if (initials) {
      initials.hidden = selected.length > 0 || Boolean(sort?.value);
    }
  }

  /* A long group begins with its selected boxes, and those that give the most rows. One without boxes isn't shown. */
  function fold({ group, boxes: all, shownFirst, unfold }, states) {
    const useful = all.filter((box) => !box.parentElement.hidden);
    const rank = (box) => (box.checked ? rows.length : 0) + states[boxes.indexOf(box)];
    const most = useful.toSorted((one, other) => rank(other) - rank(one));
    group.hidden = !useful.length;
    most.forEach((box, at) => box.parentElement.toggleAttribute("data-more", at >= shownFirst));
    if (unfold) {
      unfold.hidden = useful.length <= shownFirst;
      unfold.firstChild.textContent = gettext("All %(number)s", { number: number(useful.length) });
    }
  }

  function showCounts(shown, selected) {
    const values = { shown: number(shown), all: number(rows.length) };
    count.textContent = selected.length ? gettext("%(shown)s of %(all)s %(partners)s", values) : partners(shown);
    found.textContent = ngettext("Show %(num)s %(partner)s", "Show %(num)s %(partners)s", shown);
    opener.lastElementChild.textContent = selected.length ? ` (${number(selected.length)})` : "";
    for (const each of [count, found]) {
      mark(each);
    }
  }

  function chips(selected) {
    const all = catalogButton({ class: "catalog-button catalog-button--small catalog-button--plain" }, clear, gettext("Clear all"));
    return catalogElement("ul", { class: "catalog-chips catalog-chosen" }, [...selected.map(chip), all].map((each) => catalogElement("li", {}, each)));
  }

  function chip(at) {
    const name = nameOf(boxes[at]);
    const attributes = { class: "catalog-chip catalog-chip--on", "aria-label": gettext("Remove filter: %(name)s", { name }) };
    return catalogButton(attributes, () => uncheck(at), name);
  }

  /* Which box to leave out if no row fits. */
  function nothing(selected) {
    const without = selected.map((at) => [at, fitting(selected.filter((each) => each !== at))]);
    const [at, left] = without.reduce((best, each) => (each[1] > best[1] ? each : best));
    const made = catalogElement("div", { class: "catalog-empty" }, catalogElement("p", {}, gettext("No %(partner)s matches all filters.")));
    if (left) {
      const values = { name: nameOf(boxes[at]) };
      const text = ngettext("Without %(name)s, there is %(num)s.", "Without %(name)s, there are %(num)s.", left, values);
      const remove = gettext("Remove %(name)s", values);
      made.append(catalogElement("p", {}, text), catalogButton({ class: "catalog-button" }, () => uncheck(at), remove));
    }
    mark(made);
    return made;
  }

  function uncheck(at) {
    boxes[at].checked = false;
    change();
    focusAfter();
  }

  function clear() {
    boxes.forEach((box) => (box.checked = false));
    change();
    focusAfter();
  }

  /* The button with the focus is gone. */
  function focusAfter() {
    const next = chosen.querySelector("button") ?? boxes.find((box) => box.checkVisibility()) ?? opener;
    next.focus({ preventScroll: true });
  }

  function arrange() {
    const key = sort?.value;
    const latest = (one, other) => (one[key] < other[key]) - (one[key] > other[key]);
    const ordered = key ? rows.toSorted((one, other) => latest(one, other) || one.at - other.at) : rows;
    const focused = document.activeElement;
    list.append(...ordered.map(({ row }) => row));
    focused.focus({ preventScroll: true }); // a moved link loses it
  }

  /* The address of this page with the filters and the order. Other parameters stay. */
  function change() {
    const address = new URL(location.href);
    new Set([...boxes, ...(sort ? [sort] : [])].map(({ name }) => name)).forEach((name) => address.searchParams.delete(name));
    selection().forEach((at) => address.searchParams.append(boxes[at].name, boxes[at].value));
    if (sort?.value) {
      address.searchParams.set(sort.name, sort.value);
    }
    address.hash = "";
    try {
      history.pushState(history.state, "", address);
    } catch {
      // Browsers refuse to change the address of a page on disk, or many changes within seconds.
    }
    keep(address);
    show();
  }

  /* The page of another letter keeps the filters and the order. */
  function keep({ search }) {
    otherPages.forEach((link) => (link.search = search));
  }

  function read() {
    const { searchParams } = new URL(location.href);
    keep(location);
    boxes.forEach((box) => (box.checked = searchParams.getAll(box.name).includes(box.value)));
    if (sort) {
      sort.value = searchParams.get(sort.name) ?? "";
      sort.selectedIndex = Math.max(sort.selectedIndex, 0); // the address can have any value
      arrange();
    }
    show();
  }

  /* On a phone, the form is a sheet over the page. */
  const sheet = catalogElement("dialog", { class: "catalog-sheet", "aria-label": form.getAttribute("aria-label") });
  page.append(sheet);
  opener.addEventListener("click", () => {
    sheet.append(form);
    sheet.showModal();
  });
  sheet.addEventListener("close", () => page.prepend(form));
  matchMedia("(min-width: 60em)").addEventListener("change", () => sheet.close());

  form.addEventListener("change", change);
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    boxes.forEach((box) => (box.checked = false));
    change();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", ({ target }) => {
    if (target.closest("[data-close]")) {
      sheet.close();
    }
    const unfold = target.closest("[data-unfold]");
    if (unfold) {
      delete unfold.parentElement.dataset.folded;
      unfold.parentElement.querySelector("[data-more]:not([hidden]) input")?.focus();
      unfold.remove();
    }
  });
  sort?.addEventListener("change", () => {
    arrange();
    change();
  });
  page.querySelector(".catalog-bar").append(download);
  addEventListener("popstate", read);
  read();
})();
