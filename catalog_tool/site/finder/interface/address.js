// The search is in the address of the page, so that readers can go back to it, reload it, and share
// it: ?q=oracle&category=databases&regions=eu

(() => {
  const finderView = (globalThis.catalogFinderView = {});
  const finder = document.querySelector("[data-catalog-finder]");
  const FACETS = ["category", ...(finder?.dataset.facets ?? "").split(" ").filter(Boolean)];
  const QUERY = "q";
  const MOST_VALUES = 50; // of one facet; nobody selects more by hand
  const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

  // Milliseconds without a key before the address changes. A change delays the next answer by a
  // frame, makes browsers load the icon of the page, and some browsers refuse many changes.
  const PAUSE = 200;

  // A run of keystrokes is one step of the history. The first keystroke starts it.
  let isTyping = false;
  let pending = null;
  let timer = 0;

  function readSearch(address = location.href) {
    const parameters = new URL(address).searchParams;
    const facets = {};
    for (const facet of FACETS) {
      const ids = parameters.getAll(facet).filter((id) => ID.test(id));
      facets[facet] = [...new Set(ids)].slice(0, MOST_VALUES);
    }
    return { query: parameters.get(QUERY) ?? "", facets };
  }

  /* The address of this page with a search. Other parameters stay. */
  function addressOf({ query, facets }) {
    const url = new URL(location.href);
    url.hash = "";
    [QUERY, ...FACETS].forEach((name) => url.searchParams.delete(name));
    if (query.trim()) {
      url.searchParams.set(QUERY, query);
    }
    for (const facet of FACETS) {
      facets[facet].forEach((id) => url.searchParams.append(facet, id));
    }
    return url.href;
  }

  /* Write a search to the address when the typing pauses. */
  function writeLater(search) {
    pending = search;
    clearTimeout(timer);
    timer = setTimeout(write, PAUSE);
  }

  function write() {
    clearTimeout(timer);
    if (pending) {
      change(pending, isTyping);
      isTyping = true;
      pending = null;
    }
  }

  /* Write a search to the address now, as a step of the history. */
  function writeNow(search) {
    write();
    change(search, false);
    isTyping = false;
  }

  function change(search, isReplaced) {
    const address = addressOf(search);
    if (address === addressOf(readSearch())) {
      return;
    }
    try {
      history[isReplaced ? "replaceState" : "pushState"](history.state, "", address);
    } catch {
      // Browsers refuse to change the address of a page on disk, or many changes within seconds.
    }
  }

  /* The search after a step through the history. Drops an unwritten one. */
  function returnToSearch() {
    clearTimeout(timer);
    pending = null;
    isTyping = false;
    return readSearch();
  }

  /* A reader who leaves the page, reloads it, or copies its address doesn't wait for the pause. */
  const mayLeave = ({ altKey, ctrlKey, metaKey, key }) => altKey || ctrlKey || metaKey || /^F\d/.test(key);
  document.addEventListener("keydown", (event) => mayLeave(event) && write(), { capture: true });
  document.addEventListener("click", write, { capture: true });
  document.addEventListener("visibilitychange", write);
  addEventListener("pagehide", write);

  Object.assign(finderView, { FACETS, addressOf, readSearch, returnToSearch });
  Object.assign(finderView, { writeLater, writeNow });
})();
