// What is asked for stands in the address of the page, so that a search can be gone back to,
// reloaded and shared: ?q=racf&category=mainframe&interface=rest&direction=outbound

(() => {
  const finderView = (globalThis.catalogFinderView = {});
  const FACETS = ["category", "interface", "direction"];
  const QUERY = "q";
  const LONGEST_QUERY = 200; // characters, as the field allows
  const MOST_VALUES = 50; // of one facet; more come from nobody's hand
  const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

  // Milliseconds without a key before the address changes. A change takes a frame's time from the
  // next answer, browsers fetch the icon of the page after it, and some refuse many.
  const REST = 200;

  // A run of keystrokes is one step of the history: the first one begins it.
  let isTyping = false;
  let unwritten = null;
  let resting = 0;

  function asked(address = location.href) {
    const parameters = new URL(address).searchParams;
    const query = [...(parameters.get(QUERY) ?? "")].slice(0, LONGEST_QUERY).join("");
    const facets = {};
    for (const facet of FACETS) {
      const ids = parameters.getAll(facet).filter((id) => ID.test(id));
      facets[facet] = [...new Set(ids)].slice(0, MOST_VALUES);
    }
    return { query, facets };
  }

  /* The address of this page with that search, and whatever else it had. */
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

  function typed(search) {
    unwritten = search;
    clearTimeout(resting);
    resting = setTimeout(write, REST);
  }

  /* What was typed stands in the address from now on. */
  function write() {
    clearTimeout(resting);
    if (unwritten) {
      change(unwritten, isTyping);
      isTyping = true;
      unwritten = null;
    }
  }

  function committed(search) {
    write();
    change(search, false);
    isTyping = false;
  }

  function change(search, isReplaced) {
    const address = addressOf(search);
    if (address === addressOf(asked())) {
      return;
    }
    try {
      history[isReplaced ? "replaceState" : "pushState"](history.state, "", address);
    } catch {
      // Browsers refuse a change for a page on disk, or many within seconds: the search goes on.
    }
  }

  /* The search that this page was opened with. The theme would take the query for its own search
     and open that: a script in the head has kept it from doing so. */
  function opened() {
    const address = globalThis.catalogFinderAddress ?? location.href;
    if (address !== location.href) {
      history.replaceState(history.state, "", address);
    }
    return asked();
  }

  function returned() {
    clearTimeout(resting);
    unwritten = null;
    isTyping = false;
    return asked();
  }

  /* Whoever leaves the page, reloads it or copies its address does not wait for the rest. */
  const mayLeave = ({ altKey, ctrlKey, metaKey, key }) => altKey || ctrlKey || metaKey || /^F\d/.test(key);
  document.addEventListener("keydown", (event) => mayLeave(event) && write(), { capture: true });
  document.addEventListener("click", write, { capture: true });
  document.addEventListener("visibilitychange", write);
  addEventListener("pagehide", write);

  Object.assign(finderView, { FACETS, addressOf, asked, committed, opened, returned, typed });
})();
