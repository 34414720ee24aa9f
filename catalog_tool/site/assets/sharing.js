// Copies, downloads, or prints what a page shows. A live region says what happened.

globalThis.catalogSharing = (() => {
  const { gettext } = catalogWords;

  /**
   * Start the buttons of a page.
   *
   * @param place element with the buttons, the live region, and the field of the macro `sharing`
   * @param offer `{address, csv, markdown, file}`: functions that return a text or a promise of one,
   *   and the name of the file without its ending
   */
  function start(place, offer) {
    const status = place.querySelector("[role=status]");
    const field = place.querySelector("textarea");
    const actions = {
      link: async () => copy(await offer.address(), gettext("The link is copied.")),
      csv: async () => save(await offer.csv(), `${offer.file}.csv`, "text/csv"),
      markdown: async () => copy(await offer.markdown(), gettext("The table is copied as Markdown.")),
      print: () => print(),
    };

    async function copy(text, message) {
      try {
        await navigator.clipboard.writeText(text);
        field.hidden = true;
        say(message);
      } catch {
        field.value = text;
        field.hidden = false;
        field.select();
        say(gettext("Your browser didn’t allow copying. The text is selected, so copy it with the keyboard."));
      }
    }

    function save(text, name, type) {
      download(text, name, type);
      say(gettext("Saved as %(file)s.", { file: name }));
    }

    /* Screen readers announce the same message again only if it was away. */
    function say(message) {
      status.textContent = "";
      setTimeout(() => (status.textContent = message));
    }

    place.addEventListener("click", ({ target }) => actions[target.closest("[data-share]")?.dataset.share]?.());
  }

  function download(text, name, type) {
    const link = document.createElement("a");
    // Without the mark, spreadsheets don't read UTF-8.
    link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  return { download, start };
})();
