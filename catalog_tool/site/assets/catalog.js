// Improves the pages if scripts run. Every page is readable without them.

// On disk, no server turns the address of a folder into its page.
if (location.protocol === "file:") {
  for (const anchor of document.querySelectorAll("a[href]")) {
    if (anchor.protocol === "file:" && anchor.pathname.endsWith("/")) {
      anchor.pathname += "index.html";
    }
  }
}

// Only the catalog has filters. Without their script, it has all rows from A to Z.
if (document.querySelector("[data-catalog-filters]")) {
  const script = document.createElement("script");
  script.src = new URL("catalog/filters.js", document.currentScript.src).href;
  script.addEventListener("error", () => document.documentElement.classList.add("catalog-unfiltered"));
  document.head.append(script);
}
