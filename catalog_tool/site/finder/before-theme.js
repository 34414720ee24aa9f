// The theme opens its own search if the address has a `q`, but on a page with a finder, the `q` is for
// the finder. This runs in the head, before the theme's scripts. The finder restores the address.

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
    delete globalThis.catalogFinderAddress; // the address of a page on disk can't change
  }
})();
