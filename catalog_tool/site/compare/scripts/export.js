// A comparison to take along: as CSV, and as Markdown.

(() => {
  const { rows } = globalThis.catalogCompare;
  const { gettext } = catalogWords;

  /* The same rows for both: the contact, then what the table has, with addresses where they are. */
  function exportedRows(columns, parts) {
    const head = ["", ...columns.map(({ partner }) => partner.name)];
    const contact = [gettext("Contact"), ...columns.map(({ facts }) => addressCell(facts?.contact))];
    const others = parts.flatMap((part) => part.rows.map(({ title, cells }) => [title, ...cells.map(exportedCell)]));
    return [head, contact, ...others];
  }

  const addressCell = (address) => catalogTables.addressCell(address, gettext("not stated"));

  function exportedCell(cell) {
    const isAddress = Array.isArray(cell) && cell.length === 1 && cell[0].target;
    return isAddress ? addressCell(cell[0].target) : rows.cellText(cell);
  }

  const compareCsv = (columns, parts) => catalogTables.csv(exportedRows(columns, parts));

  function compareMarkdown(columns, parts) {
    const remark = catalogTables.markdownText(gettext("“Not listed” and “not stated” don’t mean no. Ask the %(partner)s."));
    return `${catalogTables.markdown(exportedRows(columns, parts))}\n${remark}\n`;
  }

  Object.assign(globalThis.catalogCompare, { compareCsv, compareMarkdown });
})();
