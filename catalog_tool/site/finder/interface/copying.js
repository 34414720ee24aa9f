// A button that copies the address of the answer.

(() => {
  const finderView = globalThis.catalogFinderView;
  const { gettext } = catalogWords;

  function copyButton() {
    const button = finderView.element("button", { type: "button", class: "catalog-answer__copy" }, gettext("Copy link to this answer"));
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(location.href);
        button.textContent = gettext("The link is copied.");
      } catch {
        button.textContent = gettext("Copy the address of this page instead.");
      }
    });
    return button;
  }

  finderView.copyButton = copyButton;
})();
