// What the pages gain where scripts run; without them every page still reads.

// From a folder on disk no server turns the address of a folder into its page, and the browser
// lets the theme's search read nothing.
if (location.protocol === "file:") {
  document.documentElement.classList.add("catalog-on-disk");
  for (const anchor of document.querySelectorAll("a[href]")) {
    if (anchor.protocol === "file:" && anchor.pathname.endsWith("/")) {
      anchor.pathname += "index.html";
    }
  }
}
