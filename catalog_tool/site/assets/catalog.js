// Improves the pages if scripts run. Every page is readable without them.

// On disk, no server turns the address of a folder into its page, and the browser lets the theme's
// search read nothing.
if (location.protocol === "file:") {
  document.documentElement.classList.add("catalog-on-disk");
  for (const anchor of document.querySelectorAll("a[href]")) {
    if (anchor.protocol === "file:" && anchor.pathname.endsWith("/")) {
      anchor.pathname += "index.html";
    }
  }
}
