// Makes the finder's links, and what several parts of it say.

(() => {
  const finderView = globalThis.catalogFinderView;
  const ROOT = new URL("../../", document.currentScript.src).href;

  /* The address of a page of the site, or of a section. On disk, no server turns a folder into its page. */
  function pageAddress(path) {
    const page = location.protocol === "file:" ? "index.html" : "";
    return ROOT + path.replace(/(?=#)|$/, page); // an encoded path below the site's root
  }

  /* The address of a file of the site. */
  const sitePath = (path) => ROOT + path;

  const partnerAddress = (id) => pageAddress(`partners/${encodeURIComponent(id)}/`);
  const applicationAddress = (slug) => pageAddress(`applications/${encodeURIComponent(slug)}/`);

  function link(address, attributes, ...children) {
    return catalogElement("a", { href: address, ...attributes }, ...children);
  }

  const { gettext, ngettext } = catalogWords;
  const applicationCount = (count) => ngettext("%(num)s %(application)s", "%(num)s %(applications)s", count);
  const quoted = (text) => gettext("“%(text)s”", { text });
  const partnerCount = (count) => ngettext("%(num)s %(partner)s", "%(num)s %(partners)s", count);

  Object.assign(finderView, {
    applicationAddress,
    applicationCount,
    element: catalogElement,
    link,
    number: catalogWords.number,
    pageAddress,
    partnerAddress,
    partnerCount,
    quoted,
    sitePath,
  });
})();
