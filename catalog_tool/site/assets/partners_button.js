// A button that saves partners as CSV. What makes the file is loaded with the first click.

globalThis.catalogPartnersButton = (() => {
  const { gettext } = catalogWords;
  const SCRIPT = new URL("../catalog/partners-csv.js", document.currentScript.src);
  let loading = null;

  /** `ids()` returns the ids of the partners to save, in their order. */
  return (ids) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "catalog-button catalog-button--small";
    button.textContent = gettext("Download CSV");
    button.addEventListener("click", async () => {
      try {
        await (loading ??= catalogLoad(SCRIPT));
        await globalThis.catalogSavePartners(ids());
      } catch {
        loading = null;
        button.textContent = gettext("Download failed. Try again.");
      }
    });
    return button;
  };
})();
