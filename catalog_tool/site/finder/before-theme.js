// The theme opens its own search where the address has a `q`, which on a page with a finder is the
// finder's. Read in the head, before the theme's scripts; the finder puts the address back.

(() => {
  const url = new URL(location.href);
  if (!url.searchParams.has("q")) {
    return;
  }
  globalThis.catalogFinderAddress = url.href;
  url.searchParams.delete("q");
  try {
    history.replaceState(history.state, "", url.href);
  } catch {
    delete globalThis.catalogFinderAddress; // a page on disk whose address stays as it is
  }
})();
