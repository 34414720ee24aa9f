// The answer to take along: as CSV, and as Markdown.

(() => {
  const { gettext, number } = catalogWords;
  const { addressCell, csv, markdown, markdownText } = catalogTables;

  /* What a cell of a name says that isn't a column of the table. */
  const WORDS = { unclear: () => gettext("unclear"), other: () => gettext("not listed") };

  /** One row per partner; one column for each name of the list. `rows` have `partner` and `facts`. */
  function coverageCsv(names, rows) {
    const heads = [gettext("%(Partner)s"), gettext("Lists"), ...names.map(headOf), gettext("Contact"), gettext("Website")];
    const lines = rows.map(({ partner, facts, listed }) => [
      partner.name,
      String(listed.length),
      ...names.map(({ meaning }) => (listed.includes(meaning.number) ? gettext("listed") : (WORDS[meaning.kind] ?? WORDS.other)())),
      addressCell(facts?.contact),
      addressCell(facts?.website),
    ]);
    return csv([heads, ...lines]);
  }

  const headOf = ({ typed, meaning: { application } }) => application?.name ?? typed;

  /** A table of partners with what each lists, and sentences about what nobody lists. */
  function coverageMarkdown(names, rows, title) {
    const nameOf = (each) => names.find(({ meaning }) => meaning.number === each).meaning.application.name;
    const lines = rows.map(({ partner, facts, listed }) => [
      partner.name,
      gettext("%(count)s of %(total)s", { count: number(listed.length), total: number(names.length) }),
      listed.map(nameOf).join(", "),
      addressCell(facts?.contact),
    ]);
    const heads = [gettext("%(Partner)s"), gettext("Lists"), gettext("%(Applications)s"), gettext("Contact")];
    const missing = (kinds) => names.filter(({ meaning }) => kinds.includes(meaning.kind)).map(headOf);
    const sentence = (label, texts) => (texts.length ? `\n${markdownText(label)}: ${markdownText(catalogWords.list(texts))}\n` : "");
    return [
      `**${markdownText(title)}**\n\n`,
      rows.length ? markdown([heads, ...lines]) : "",
      sentence(gettext("Nobody lists"), missing(["unlisted", "mentioned", "nobody"])),
      sentence(gettext("unclear"), missing(["unclear"])),
      `\n${markdownText(gettext("What isn’t listed isn’t a no. Ask the %(partner)s."))}\n`,
    ].join("");
  }

  Object.assign(catalogCoverage, { coverageCsv, coverageMarkdown });
})();
