// Tables that readers take along: as CSV for spreadsheets, and as Markdown. Same rules for CSV as
// catalog_tool/site/exporters/catalog_csv.py. Cells are texts, or `{ address }`.

globalThis.catalogTables = (() => {
  // Searched after normalization, because spreadsheets in East Asian locales run full-width forms.
  const FORMULA = /^(?:[\s\x1c-\x1f\x85\ufeff\u200b]*[=+\-@\u2212]|[\t\r\n])/;
  // In locales with a decimal comma, a semicolon separates the cells.
  const FORMULA_BEHIND = /(?<=;)(?=[\s\x1c-\x1f\x85]*[=+\-@＝＋－＠])/g;
  const CALL = /[(!|'"]/g;
  const QUOTED = /[",\r\n]/;
  // Everything that Markdown, or GitHub in it, acts on. An @ or # would mention people or issues.
  const MARKDOWN = /[\\`*_{}[\]<>()#|~&!@$:]/g;

  /** Rows as comma-separated values, with CRLF line ends (RFC 4180). */
  function csv(rows) {
    return rows.map((row) => `${row.map((cell) => quote(inertCell(cell))).join(",")}\r\n`).join("");
  }

  const quote = (text) => (QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

  /* A cell that a spreadsheet doesn't run as a formula. An address still leads to the same place. */
  function inertCell(cell) {
    if (typeof cell === "string") {
      const inside = cell.replace(FORMULA_BEHIND, "'");
      return FORMULA.test(cell.normalize("NFKC")) ? `'${inside}` : inside;
    }
    const { address } = cell;
    if (address.search(FORMULA_BEHIND) >= 0) {
      return address.replace(CALL, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
    }
    return FORMULA.test(address) ? `mailto:${address}` : address;
  }

  /** The cell of a link target; the text `missing` if there is none. */
  const addressCell = (target, missing = "") => (target ? { address: target.replace(/^mailto:/, "") } : missing);

  /** Rows as a Markdown table; the first one is its head. */
  function markdown([head, ...rows]) {
    const line = (cells) => `| ${cells.map(markdownCell).join(" | ")} |\n`;
    return line(head) + `|${" --- |".repeat(head.length)}\n` + rows.map(line).join("");
  }

  const markdownCell = (cell) => (typeof cell === "string" ? markdownText(cell) : markdownAddress(cell.address));

  /** Text that Markdown shows as it is, inside a line. */
  function markdownText(text) {
    return text.replace(/\s+/g, " ").trim().replace(MARKDOWN, "\\$&");
  }

  /** A link to an address, which is also its text. */
  function markdownAddress(address) {
    const target = address.replace(/[\s\\<>|()[\]`*_]/g, (sign) => encodeURIComponent(sign).replace(/[()*_]/g, hex));
    return address ? `<${target.includes(":") ? target : `mailto:${target}`}>` : "";
  }

  const hex = (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

  return { addressCell, csv, markdown, markdownText };
})();
