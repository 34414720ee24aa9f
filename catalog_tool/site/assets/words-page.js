// The page that searches every word, with Pagefind. Results are shown only as text, because
// strangers wrote them.

(() => {
  const { gettext, mark, ngettext } = catalogWords;
  const PAGE_SIZE = 10;
  const PAUSE = 150; // milliseconds without a key before a query is answered
  // The theme acts on an address with "q", so the parameter is "words" here.
  const library = new URL("../../pagefind/pagefind.js", document.currentScript.src).href;

  const page = document.querySelector("[data-catalog-words]");
  const form = page.querySelector("form");
  const field = form.querySelector("input");
  const status = page.querySelector("[data-status]");
  const list = page.querySelector("[data-results]");
  const more = page.querySelector("[data-more]");

  let pagefind;
  let found = [];
  let latest = 0; // an answer that arrives after the next query isn't shown
  let pause;

  function element(tag, name, ...children) {
    const made = document.createElement(tag);
    made.className = name;
    made.append(...children);
    return made;
  }

  /** Returns only the text and the marks of an excerpt, as nodes of our own. */
  function excerptNodes(excerpt) {
    const read = new DOMParser().parseFromString(excerpt, "text/html"); // runs and loads nothing
    return [...read.body.childNodes].map(({ nodeName, textContent }) =>
      nodeName === "MARK" ? element("mark", "", textContent) : textContent,
    );
  }

  function row(result) {
    const link = element("a", "", result.meta.title);
    link.href = new URL(result.url, library).href;
    return element(
      "li",
      "catalog-row",
      element("p", "catalog-row__name", link),
      element("p", "catalog-row__text", "… ", ...excerptNodes(result.excerpt), " …"),
    );
  }

  async function showMore(turn) {
    const shown = list.childElementCount;
    const results = await Promise.all(
      found.slice(shown, shown + PAGE_SIZE).map((result) => result.data()),
    );
    if (turn !== latest) {
      return;
    }
    list.append(...results.map((result) => row(result)));
    more.hidden = list.childElementCount >= found.length;
  }

  function count(query) {
    const { length } = found;
    return length
      ? ngettext("%(num)s page contains “%(query)s.”", "%(num)s pages contain “%(query)s.”", length, { query })
      : gettext("No pages contain “%(query)s.”", { query });
  }

  async function answer() {
    const query = field.value.trim();
    const turn = ++latest;
    const address = new URL(location.href);
    address.search = query ? new URLSearchParams({ words: query }) : "";
    history.replaceState(null, "", address);
    if (!query) {
      found = [];
      list.replaceChildren();
      status.textContent = "";
      more.hidden = true;
      return;
    }
    const { results } = await pagefind.search(query);
    if (turn !== latest) {
      return;
    }
    found = results;
    list.replaceChildren();
    status.textContent = count(query);
    await showMore(turn);
  }

  function showFailure() {
    status.textContent = gettext("The texts couldn’t be loaded. Try again.");
  }

  async function start() {
    pagefind = await import(library);
    await pagefind.options({ baseUrl: new URL("..", library).pathname });
    mark(status);
    form.hidden = false;
    page.querySelector("[data-plain]").hidden = true;
    field.value = new URLSearchParams(location.search).get("words")?.slice(0, field.maxLength) ?? "";
    field.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(() => answer().catch(showFailure), PAUSE);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(pause);
      answer().catch(showFailure);
    });
    more.addEventListener("click", () => showMore(latest).catch(showFailure));
    await answer();
  }

  // If Pagefind is missing or can't be loaded, for example on disk, the page already says so.
  start().catch((reason) => (pagefind ? showFailure(reason) : undefined));
})();
