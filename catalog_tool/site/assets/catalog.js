// Improves the pages if scripts run. Every page is readable without them.

// On disk, no server turns the address of a folder into its page.
if (location.protocol === "file:") {
  for (const anchor of document.querySelectorAll("a[href]")) {
    if (anchor.protocol === "file:" && anchor.pathname.endsWith("/")) {
      anchor.pathname += "index.html";
    }
  }
}

// A reader who comes back is at the link that led away, and finds the question in the header. The finder
// returns to links in its answer, which isn't there yet.
{
  const header = document.querySelector("[data-in-header]");
  const [{ type } = {}] = performance.getEntriesByType("navigation");
  globalThis.catalogReturn = type === "back_forward" ? history.state?.catalogReturn : null;
  const { link, query } = globalThis.catalogReturn ?? {};
  if (link && !query) {
    document.querySelector(`main a[href="${CSS.escape(link)}"]`)?.focus({ preventScroll: true });
  }
  document.addEventListener("click", ({ target }) => {
    const address = target.closest("a[href]")?.getAttribute("href");
    if (address) {
      const asked = header?.contains(target) ? header.querySelector("input").value : "";
      history.replaceState({ ...history.state, catalogReturn: { link: address, query: asked } }, "");
    }
  });
}

// Only the catalog has filters. Without their script, it has all rows from A to Z.
if (document.querySelector("[data-catalog-filters]")) {
  catalogLoad(new URL("catalog/filters.js", document.currentScript.src)).catch(() => {
    document.documentElement.classList.add("catalog-unfiltered");
  });
}
