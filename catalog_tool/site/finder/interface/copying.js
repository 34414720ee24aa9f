// A button that copies the address of the answer.

(() => {
  const finderView = globalThis.catalogFinderView;
  const { gettext } = catalogWords;

  function copyButton() {
    const copy = async ({ currentTarget: button }) => {
      try {
        await navigator.clipboard.writeText(location.href);
        button.textContent = gettext("The link is copied.");
      } catch {
        button.textContent = gettext("Copy the address of this page instead.");
      }
    };
    return catalogButton({ class: "catalog-answer__copy" }, copy, gettext("Copy link to this answer"));
  }

  finderView.copyButton = copyButton;
})();
