// The page that checks a list. The list is in the part of the address that browsers don't send.

(() => {
  const { loadIndex, loadShards } = globalThis.catalogFinderView;
  const { facts } = globalThis.catalogCompare;
  const { answerElements, answerList, coverageCsv, coverageMarkdown, foldNames, headline, readNames, readingNotes } = catalogCoverage;
  const { everyCell, listText, meaningOf, readList } = catalogCoverage;
  const { gettext, mark, ngettext } = catalogWords;
  const SHOWN = 25; // partners, and as many more on request
  const MOST_CELLS = 6_000; // of the table, because browsers lay it out as a whole
  const MOST_SEARCHES = 50; // names that are searched in texts, because each search loads parts of them
  const MOST_ROUNDS = 3; // of loading: which part has the words, then the words
  const SLICE = 30; // milliseconds of work before the browser may draw

  const page = document.querySelector("[data-coverage]");
  const find = (name) => page.querySelector(`[data-coverage-${name}]`);
  const [form, status, read, answerPlace, results] = ["form", "status", "read", "answer", "results"].map(find);
  const field = form.querySelector("textarea");
  const sharing = page.querySelector("[data-sharing]");
  const mostCompared = Number(page.dataset.coverageMostCompared);
  let index = null;
  let latest = 0;
  let current = null;

  [form, status, answerPlace].forEach((each) => mark(each));
  find("plain").hidden = true;
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    check();
  });
  find("clear").addEventListener("click", () => {
    field.value = "";
    check();
    field.focus();
  });
  addEventListener("hashchange", openAddress);
  globalThis.catalogSharing.start(sharing, { address, csv, markdown, file: "coverage" });
  openAddress();

  function listInAddress() {
    return new URLSearchParams(location.hash.slice(1)).get("list") ?? "";
  }

  function openAddress() {
    field.value = listInAddress();
    draw();
  }

  function address() {
    const list = current?.names.length ? `#list=${encodeURIComponent(listText(current.names.map(({ typed }) => typed)))}` : "";
    return location.href.split("#")[0] + list;
  }

  /* Read the list again, and keep it in the address as a step of the history. */
  async function check() {
    if (await draw()) {
      try {
        history.pushState(null, "", address());
      } catch {
        // Some browsers refuse long addresses, or to change the address of a page on disk.
      }
    }
  }

  async function loaded() {
    try {
      index ??= await loadIndex();
    } catch {
      say(gettext("The list of %(partners)s couldn’t be loaded. Reload the page to try again."));
    }
    return index;
  }

  /* Returns whether the list was read; not if it changed in the meantime. */
  async function draw() {
    const drawing = (latest += 1);
    if (!(await loaded()) || drawing !== latest) {
      return false;
    }
    const list = readList(index, field.value);
    say(list.names.length ? gettext("Checking your list …") : "");
    const isRead = await findMeanings(list.names, () => drawing === latest);
    if (!isRead) {
      return false;
    }
    current = { ...list, ...answerList(index, list.names), shown: 0 };
    read.hidden = !list.names.length && !list.headings.length;
    find("notes").replaceChildren(...readingNotes(list, readAll));
    find("names").replaceChildren(...readNames(index, list.names, choose));
    find("fold").replaceChildren(...foldNames(find("names")));
    await showRows(rowsAtOnce());
    say(list.names.length ? headline(index, current) : "");
    return true;
  }

  /* Find out what each name means. A long list lets the browser draw in between. */
  async function findMeanings(names, isLatest) {
    const applications = catalogCoverage.applicationsOf(index);
    let start = performance.now();
    let searches = MOST_SEARCHES;
    for (const name of names) {
      name.meaning = meaningOf(index, name);
      searches -= Number(name.meaning.pending.length > 0);
      if (name.meaning.pending.length && searches >= 0) {
        name.meaning = await searchTexts(name);
      }
      name.meaning.application = applications[name.meaning.number];
      if (performance.now() - start > SLICE) {
        await new Promise((resolve) => setTimeout(resolve));
        start = performance.now();
      }
      if (!isLatest()) {
        return false;
      }
    }
    return true;
  }

  /* The meaning of a name after the texts are searched, as far as they can be loaded. */
  async function searchTexts(name) {
    for (let left = MOST_ROUNDS; left && meaningOf(index, name).pending.length; left -= 1) {
      try {
        await loadShards(index, meaningOf(index, name).pending);
      } catch {
        break;
      }
    }
    return meaningOf(index, name);
  }

  const rowsAtOnce = () => Math.max(5, Math.min(SHOWN, Math.floor(MOST_CELLS / (current.columns.length || 1))));

  async function showRows(count) {
    const answer = current;
    const shown = answer.shown + count;
    const partners = answer.rows.slice(0, shown).map(({ partner }) => partner);
    await loadFacts([...partners, ...answer.fewest.members.map(({ partner }) => partner)]);
    if (answer !== current) {
      return;
    }
    answer.shown = shown;
    answerPlace.hidden = !answer.names.length;
    sharing.hidden = !answer.rows.length;
    find("unclear").textContent = unclearNote(answer);
    find("headline").textContent = answer.names.length ? headline(index, answer) : "";
    results.replaceChildren(...answerElements(index, answer, factsOf, { shown, mostCompared, asking: page.dataset, onMore: showMore }));
  }

  function unclearNote({ unclear: { length } }) {
    return length ? ngettext("%(num)s name is unclear. Choose what you mean above.", "%(num)s names are unclear. Choose what you mean above.", length) : "";
  }

  async function showMore() {
    const before = current.shown;
    await showRows(rowsAtOnce());
    results.querySelectorAll("tbody tr")[before]?.querySelector("a").focus();
  }

  async function loadFacts(partners) {
    await Promise.all(partners.map((partner) => facts.of(index.partners[partner], partner)));
  }

  const factsOf = (partner) => facts.read(index.partners[partner], partner);

  /* The reader says what a name means: it takes the place of the name in the list. */
  async function choose(name, application) {
    field.value = listText(current.names.map((each) => (each === name ? application : each.typed)));
    await check();
    (find("names").querySelector("button") ?? page.querySelector("#coverage-read")).focus();
  }

  async function readAll() {
    field.value = everyCell(field.value);
    await check();
    page.querySelector("#coverage-read").focus();
  }

  async function everyRow() {
    await loadFacts(current.rows.map(({ partner }) => partner));
    return current.rows.map((row) => ({ ...row, partner: index.partners[row.partner], facts: factsOf(row.partner) }));
  }

  async function csv() {
    return coverageCsv(current.names, await everyRow());
  }

  async function markdown() {
    return coverageMarkdown(current.names, await everyRow(), headline(index, current));
  }

  function say(message) {
    status.textContent = message;
  }
})();
