// A button that saves partners as CSV. What makes the file is loaded with the first click.

globalThis.catalogPartnersButton = (() => {
  const { gettext } = catalogWords;
  const SCRIPT = new URL("../catalog/partners-csv.js", document.currentScript.src);
  let loading = null;

  /** `ids()` returns the ids of the partners to save, in their order. */
  return (ids) => {
    const save = async ({ currentTarget }) => {
      try {
        await (loading ??= catalogLoad(SCRIPT));
        await globalThis.catalogSavePartners(ids());
      } catch {
        loading = null;
        currentTarget.textContent = gettext("Download failed. Try again.");
      }
    };
    return catalogButton({ class: "catalog-button catalog-button--small" }, save, gettext("Download CSV"));
  };
})();
