// Loads the finder's engine and index once, when a reader is about to search, and the parts of its
// texts when an answer needs them.

(() => {
  const finderView = globalThis.catalogFinderView;
  const { src } = document.currentScript;
  const ENGINE = "../finder/engine.js";
  const INDEX = "../finder-index.js";
  const READING = ["../finder/reading.js", "../finder/mentions.js"]; // what only texts need

  // All, some, and no results. They prepare everything that an answer needs.
  const WARM_UP = ["", "a", "xqzw who"];

  // The field in the header and the script of a page both have this code, and share what it loads:
  // the index, and the parts that are loaded or loading, by name.
  const shared = (globalThis.catalogFinderLoading ??= { index: null, shards: new Map() });
  const { shards } = shared;

  const loadScript = (path) => catalogLoad(new URL(path, src));

  /* Uses script elements, because fetch() can't read from a folder on disk. */
  async function loadAll() {
    await Promise.all([ENGINE, INDEX].map(loadScript));
    const index = catalogFinder.load(globalThis.catalogFinderData);
    delete globalThis.catalogFinderData;
    setTimeout(warmUp, 0, index, WARM_UP);
    return index;
  }

  /* Nobody waits between the focus and the first key. Each query is a separate task. */
  function warmUp(index, [query, ...others]) {
    catalogFinder.find(index, query);
    if (others.length) {
      setTimeout(warmUp, 0, index, others);
    }
  }

  /* A promise of the index. After a failure, the next call tries again. */
  function loadIndex() {
    shared.index ??= loadAll().catch((error) => {
      shared.index = null;
      throw error;
    });
    return shared.index;
  }

  async function loadShard(index, name) {
    await Promise.all((name === "reading" ? READING : [`../finder/${name}.js`]).map(loadScript));
    catalogFinder.addShard(index, name, globalThis.catalogFinderShards[name]);
    delete globalThis.catalogFinderShards[name];
  }

  /* Load the parts that an answer names in `pending`. After a failure, the next call tries again. */
  function loadShards(index, names) {
    for (const name of names.filter((each) => !shards.has(each))) {
      const failed = (error) => {
        shards.delete(name);
        throw error;
      };
      shards.set(name, loadShard(index, name).catch(failed));
    }
    return Promise.all(names.map((name) => shards.get(name)));
  }

  Object.assign(finderView, { loadIndex, loadShards });
})();
