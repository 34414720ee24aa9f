// The finder's engine and its index: fetched when somebody is about to search, once.

(() => {
  const finderView = globalThis.catalogFinderView;
  const { src } = document.currentScript;
  const ENGINE = "../finder/engine.js";
  const INDEX = "../finder-index.js";

  // Everything, a beginning, and nothing: whatever an answer needs is made for one of them.
  const REHEARSED = ["", "a", "xqzw who"];

  let loading = null;

  function fetched(path) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(path, src).href;
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => {
        script.remove();
        reject(new Error(`${path} could not be loaded`));
      });
      document.head.append(script);
    });
  }

  /* Scripts and not fetch(), which reads nothing from a folder on disk. */
  async function loadAll() {
    await Promise.all([ENGINE, INDEX].map(fetched));
    const index = catalogFinder.load(globalThis.catalogFinderData);
    delete globalThis.catalogFinderData;
    setTimeout(rehearse, 0, index, REHEARSED);
    return index;
  }

  /* Between the focus and the first key nobody waits: each query is a task of its own. */
  function rehearse(index, [query, ...others]) {
    catalogFinder.find(index, query);
    if (others.length) {
      setTimeout(rehearse, 0, index, others);
    }
  }

  /* A promise of the index; after a failure the next call tries again. */
  function loadIndex() {
    loading ??= loadAll().catch((error) => {
      loading = null;
      throw error;
    });
    return loading;
  }

  finderView.loadIndex = loadIndex;
})();
