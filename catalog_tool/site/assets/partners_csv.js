// Partners to take along, as CSV: all that the catalog says about each in a cell or two.

(() => {
  const { loadIndex } = globalThis.catalogFinderView;
  const { facts } = globalThis.catalogCompare;
  const { gettext } = catalogWords;
  const { addressCell, csv } = catalogTables;

  globalThis.catalogSavePartners = async (ids) => {
    const { applications, partners } = await loadIndex();
    const positions = new Map(partners.map(({ id }, position) => [id, position]));
    const found = await Promise.all(
      ids.map(async (id) => {
        const partner = partners[positions.get(id)];
        const known = await facts.of(partner, positions.get(id));
        return { name: partner.name, listed: partner.applications.map((at) => applications[at].name), known };
      }),
    );
    catalogSharing.download(csv(rowsOf(found)), "partners.csv", "text/csv");
  };

  /* One column for each field that a partner states. */
  function rowsOf(found) {
    const labels = [...new Set(found.flatMap(({ known }) => known?.stated.map(({ label }) => label) ?? []))];
    const heads = [gettext("%(Partner)s"), gettext("%(Applications)s"), ...labels, gettext("Tested"), gettext("Contact"), gettext("Website")];
    const rows = found.map(({ name, listed, known }) => [
      name,
      listed.join("; "),
      ...labels.map((each) => valuesOf(known?.stated.find(({ label }) => label === each))),
      known?.testedOn ?? "",
      addressCell(known?.contact),
      addressCell(known?.website),
    ]);
    return [heads, ...rows];
  }

  const valuesOf = (field) => field?.values.map(({ text }) => text).join("; ") ?? "";
})();
