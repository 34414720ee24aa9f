// Improves the pages if scripts run. Every page is readable without them.

// On disk, no server turns the address of a folder into its page.
if (location.protocol === "file:") {
  for (const anchor of document.querySelectorAll("a[href]")) {
    if (anchor.protocol === "file:" && anchor.pathname.endsWith("/")) {
      anchor.pathname += "index.html";
    }
  }
}
