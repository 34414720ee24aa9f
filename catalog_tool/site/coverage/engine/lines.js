// Reads a pasted list: lines, separators, columns of a spreadsheet, bullets, numbers, remarks.

(() => {
  const MOST_NAMES = 500;
  const MOST_CHARACTERS = 50_000; // enough for as many names
  const LONGEST_NAME = 200; // characters, as in the finder's field
  const LONGEST_JOIN = 4; // most pieces between commas that are one name
  const LINE_ENDS = /\r\n?|[\n\v\f\u0085\u2028\u2029]/;
  const TAB = "\t";
  const SEPARATORS = [";", "|", ","];
  const HAS_TEXT = /[\p{L}\p{N}]/u;
  const HAS_LETTER = /\p{L}/u;
  const UNSEEN = /[\p{Cf}\p{Co}\p{Cn}]/gu;
  const BULLET = /^(?:[-*+>•‣◦▪▫■□●○·–—→☐☑✓✔]|\[[ xX]?\]|\(?\d{1,4}[.):]|\(?[a-zA-Z]\))\s+/u;
  const AROUND = [['"', '"'], ["'", "'"], ["`", "`"], ["“", "”"], ["„", "“"], ["‘", "’"], ["«", "»"], ["**", "**"]];
  const IN_BRACKETS = /\s*(?:\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}|（[^（）]*）)[\s.,;:]*$/;
  const BEHIND_DASH = /(?:\s+[-–—]+\s+|:\s+)[^\t;|,]*$/;
  const CONJUNCTIONS = [/\s+(?:and|und|or|oder|&|\+)\s+/, /\s*[/&+]\s*/];
  const BRACKETS = { "(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1 };
  const HEADINGS = new Set("id list liste name names nr no number title type".split(" "));

  /**
   * Read a pasted list.
   *
   * @param index what `catalogFinder.load` returned
   * @param {string} text the list as it was pasted
   * @returns {{names, headings, column, count, isCut}} `names`: `{typed, others, applications}` in the
   *   order of the list, each meaning once; `applications` has one number if the name is known,
   *   several if they share the name, none if it is unknown; `others` are other names that were
   *   typed for it. `headings`: cells that name no application. `column`: `{number, of}` if only one
   *   column was read. `count`: how many names were read; `isCut`: whether the list has more.
   */
  function readList(index, text) {
    const { lines, isShort } = linesOf(text);
    const table = findTable(index, lines);
    const cells = table ? table.rows.map((row) => row[table.best] ?? "") : lines;
    const pieces = [];
    for (const cell of cells) {
      pieces.length <= MOST_NAMES && pieces.push(...splitCell(index, cell));
    }
    const headings = pieces.filter((piece) => isHeading(index, piece));
    const named = pieces.filter((piece) => HAS_TEXT.test(piece) && !headings.includes(piece));
    const names = named.slice(0, MOST_NAMES).map((piece) => readName(index, piece));
    return {
      names: distinct(names),
      headings: [...new Set(headings.map(clean))],
      column: table && { number: table.best + 1, of: table.width },
      count: names.length,
      isCut: !isShort || named.length > names.length,
    };
  }

  /** The names of a list as a list: one per line, in quotation marks if it has a separator. */
  function listText(names) {
    const isApart = (name) => [TAB, ...SEPARATORS, '"'].some((sign) => name.includes(sign));
    return names.map((name) => (isApart(name) ? `"${name.replaceAll('"', '""')}"` : name)).join("\n");
  }

  /** The cells of a list, one per line, so that the next reading takes all of them. */
  function everyCell(text) {
    const { lines } = linesOf(text);
    const separator = separatorOf(lines);
    return listText(lines.flatMap((line) => cellsOf(line, separator)).map(clean).filter(Boolean));
  }

  /* The lines with text. Of a very long list, those at the beginning. */
  function linesOf(text) {
    const isShort = text.length <= MOST_CHARACTERS;
    const beginning = isShort ? text : text.slice(0, MOST_CHARACTERS).replace(/[^\r\n\t;,]*$/, "");
    return { isShort, lines: beginning.split(LINE_ENDS).filter((line) => HAS_TEXT.test(line)) };
  }

  /* The rows of a table, and the column that names the most applications; null if it is no table. */
  function findTable(index, lines) {
    const separator = separatorOf(lines);
    if (!separator || lines.length < 2) {
      return null;
    }
    const rows = lines.map((line) => cellsOf(line, separator));
    const width = Math.max(...rows.map(({ length }) => length));
    const counts = Array.from({ length: width }, (_, column) =>
      rows.slice(0, MOST_NAMES).filter((row) => isKnown(index, row[column] ?? "")).length,
    );
    const most = Math.max(...counts);
    const best = counts.indexOf(most);
    // A list with commas has names in all columns.
    const isTable = separator === TAB || counts.every((count, at) => at === best || 2 * count < most);
    return most && width > 1 && isTable ? { best, rows, width } : null;
  }

  /* Tabs always separate columns. Other signs do if there are as many of them on each line. */
  function separatorOf(lines) {
    if (lines.some((line) => line.trim().includes(TAB))) {
      return TAB;
    }
    return SEPARATORS.find((separator) => {
      const widths = new Set(lines.map((line) => cellsOf(line, separator).length));
      return widths.size === 1 && !widths.has(1);
    });
  }

  /* The cells of a line. A separator in quotation marks or brackets belongs to the cell. */
  function cellsOf(line, separator) {
    const bare = separator === "|" ? line.trim().replace(/^\||\|$/g, "") : line;
    const cells = [];
    let start = 0;
    let depth = 0;
    let isQuoted = false;
    for (let at = 0; at < bare.length; at += 1) {
      const character = bare[at];
      isQuoted = character === '"' && (isQuoted || !bare.slice(start, at).trim()) ? !isQuoted : isQuoted;
      depth = Math.max(0, depth + (BRACKETS[character] ?? 0));
      if (character === separator && !isQuoted && (!depth || separator === TAB)) {
        cells.push(bare.slice(start, at));
        start = at + 1;
        depth = 0;
      }
    }
    return isQuoted || depth ? bare.split(separator) : [...cells, bare.slice(start)];
  }

  /* The names in a cell: itself if it is one, or what its separators separate. */
  function splitCell(index, cell) {
    if (isKnown(index, cell)) {
      return [cell];
    }
    const separator = [TAB, ...SEPARATORS].find((each) => cellsOf(cell, each).length > 1);
    if (separator) {
      return joinNames(index, cellsOf(cell, separator), separator).flatMap((part) => splitCell(index, part));
    }
    const parts = CONJUNCTIONS.map((conjunction) => clean(cell).split(conjunction));
    return parts.find((each) => each.length > 1 && each.every((part) => isKnown(index, part))) ?? [cell];
  }

  /* Pieces with a separator inside a name ("Workday, Inc.") are joined again. */
  function joinNames(index, pieces, separator) {
    const joined = [];
    for (let at = 0; at < pieces.length && joined.length <= MOST_NAMES; ) {
      let length = Math.min(LONGEST_JOIN, pieces.length - at);
      while (length > 1 && !isKnown(index, pieces.slice(at, at + length).join(separator))) {
        length -= 1;
      }
      joined.push(pieces.slice(at, at + length).join(separator));
      at += length;
    }
    return joined;
  }

  /* One name with its applications. A remark is left out only if what is before it is a name. */
  function readName(index, piece) {
    const typed = clean(piece);
    const bare = withoutRemarks(typed).find((each) => catalogCoverage.applicationsNamed(index, each).length);
    return { typed, applications: catalogCoverage.applicationsNamed(index, bare ?? typed) };
  }

  const isKnown = (index, piece) => readName(index, piece).applications.length > 0;

  /* The text itself, then without one remark after the other. */
  function withoutRemarks(text) {
    const texts = [text];
    for (const remark of [IN_BRACKETS, IN_BRACKETS, BEHIND_DASH]) {
      const shorter = texts.at(-1).replace(remark, "");
      if (HAS_TEXT.test(shorter)) {
        texts.push(shorter);
      }
    }
    return texts;
  }

  /* A text without bullet, number, quotation marks, and the signs that end a line. */
  function clean(piece) {
    let text = piece.slice(0, 4 * LONGEST_NAME).replace(UNSEEN, "").replace(/[\s\p{Cc}]+/gu, " ").trim();
    for (let left = 4; left && BULLET.test(text); left -= 1) {
      text = text.replace(BULLET, "");
    }
    text = text.replace(/[\s,;]+$/, "");
    for (const [open, close] of AROUND) {
      const isAround = text.length > open.length + close.length && text.startsWith(open) && text.endsWith(close);
      text = isAround ? text.slice(open.length, -close.length).replaceAll('""', '"').trim() : text;
    }
    return [...text].slice(0, LONGEST_NAME).join("").trim();
  }

  /* Whether a text names no application: "Application name", "Our systems:", "42". */
  function isHeading(index, piece) {
    const text = clean(piece);
    if (!HAS_TEXT.test(text) || isKnown(index, text)) {
      return false;
    }
    const isLight = (word) => index.fillers.has(word) || index.kinds.has(word) || HEADINGS.has(word);
    return text.endsWith(":") || !HAS_LETTER.test(text) || catalogFinder.queryWords(text).every(isLight);
  }

  /* Each application once, and each unknown name once, with all that was typed for it. */
  function distinct(names) {
    const byMeaning = new Map();
    for (const { typed, applications } of names) {
      const meaning = applications.length ? applications.join() : `"${catalogNames.fold(typed)}`;
      const before = byMeaning.get(meaning);
      if (!before) {
        byMeaning.set(meaning, { typed, others: [], applications });
      } else if (typed !== before.typed && !before.others.includes(typed)) {
        before.others.push(typed);
      }
    }
    return [...byMeaning.values()];
  }

  Object.assign(catalogCoverage, { everyCell, listText, readList });
})();
