// The text that a reader sees of Markdown; what catalog_tool/text/markup/plain.py makes of it.

(() => {
  const { inlineText, referenceKey } = catalogEntry;
  const FENCE = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/;
  const HEADING = /^ {0,3}#{1,6}(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$/;
  const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
  const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
  const QUOTE = /^ {0,3}>[ \t]?/;
  const MARKER = /^( {0,3})([-+*]|\d{1,9}[.)])([ \t]+|$)/;
  const TABLE = /^ {0,3}(?!-[ \t])[-|:](?=[-|: \t])[-|: \t]*$/;
  const HTML = /^ {0,3}(?:<(?:script|pre|style|textarea)(?:\s|>|$)|<!--|<\?|<![A-Za-z]|<!\[CDATA\[)/i;
  const HTML_END = /<\/(?:script|pre|style|textarea)>|-->|\?>|\]\]>|>/i;
  const HTML_BLOCK =
    /^ {0,3}<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\s|\/?>|$)/i;
  const HTML_TAG = /^ {0,3}<\/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?>\s*$/;
  const DEFINITION =
    /^\[((?:[^[\]\\]|\\[^])+)\]:[ \t]*\n?[ \t]*(?:<[^<>\n]*>|(?!<)[^\s]+)(?:(?:[ \t]+|[ \t]*\n[ \t]*)(?:"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\((?:[^()\\]|\\[^])*\)))?[ \t]*(?:\n|$)/;
  const BARE_DEFINITION = /^\[((?:[^[\]\\]|\\[^])+)\]:[ \t]*\n?[ \t]*(?:<[^<>\n]*>|(?!<)[^\s]+)[ \t]*(?:\n|$)/;

  const isBlank = (line) => !line.trim();
  const indentOf = (line) => /^ */.exec(line)[0].length;

  /** Return the lines of a text with tabs of the indentation as the spaces that they stand for. */
  function linesOf(text) {
    return text.split("\n").map((line) => {
      let column = 0;
      return line.replace(/^[ \t]+/, (blanks) =>
        [...blanks]
          .map((blank) => {
            const width = blank === "\t" ? 4 - (column % 4) : 1;
            column += width;
            return " ".repeat(width);
          })
          .join(""),
      );
    });
  }

  /** Collects the blocks of a text: paragraphs to be read, and text that is shown as it is. */
  class Blocks {
    constructor() {
      this.found = [];
      this.references = new Set();
    }

    read(lines) {
      let at = 0;
      while (at < lines.length) {
        at = isBlank(lines[at]) ? at + 1 : this.block(lines, at);
      }
    }

    /** Read the block that begins at a line; return the line after it. */
    block(lines, at) {
      const line = lines[at];
      if (indentOf(line) >= 4) {
        return this.asIs(lines, at, (next) => !isBlank(next) && indentOf(next) < 4);
      }
      if (FENCE.test(line)) {
        return this.fence(lines, at);
      }
      if (QUOTE.test(line)) {
        return this.quote(lines, at);
      }
      if (RULE.test(line)) {
        return at + 1;
      }
      if (MARKER.test(line)) {
        return this.listed(lines, at);
      }
      if (HEADING.test(line)) {
        this.found.push({ text: HEADING.exec(line)[1] ?? "" });
        return at + 1;
      }
      return this.html(lines, at) || this.table(lines, at) || this.paragraph(lines, at);
    }

    asIs(lines, at, ends) {
      const length = lines.slice(at).findIndex(ends);
      const end = length < 0 ? lines.length : at + length;
      this.found.push({ shown: lines.slice(at, end).join("\n") });
      return end;
    }

    fence(lines, at) {
      const [, ticks, tildes] = FENCE.exec(lines[at]);
      const mark = ticks ?? tildes;
      const closing = new RegExp(`^ {0,3}${mark[0]}{${mark.length},}[ \\t]*$`);
      return this.asIs(lines, at + 1, (line) => closing.test(line)) + 1;
    }

    quote(lines, at) {
      let end = at + 1;
      while (end < lines.length && (QUOTE.test(lines[end]) || isLazy(lines, end))) {
        end += 1;
      }
      this.read(lines.slice(at, end).map((line) => line.replace(QUOTE, "")));
      return end;
    }

    listed(lines, at) {
      const [marker, indent, mark, blanks] = MARKER.exec(lines[at]);
      const isDeep = blanks.length > 4 || marker.length === lines[at].length;
      const width = isDeep ? indent.length + mark.length + 1 : marker.length;
      let end = at + 1;
      while (end < lines.length && this.belongs(lines, at, end, width)) {
        end += 1;
      }
      const first = " ".repeat(width) + lines[at].slice(width);
      this.read([first, ...lines.slice(at + 1, end)].map((line) => line.slice(Math.min(width, indentOf(line)))));
      return end;
    }

    belongs(lines, start, at, width) {
      if (isBlank(lines[at])) {
        return !isBlank(lines[start].slice(width)) || at > start + 1;
      }
      return indentOf(lines[at]) >= width || isLazy(lines, at);
    }

    html(lines, at) {
      if (HTML.test(lines[at])) {
        const length = lines.slice(at).findIndex((line) => HTML_END.test(line.replace(HTML, "")));
        const end = length < 0 ? lines.length : at + length + 1;
        this.found.push({ shown: lines.slice(at, end).join("\n") });
        return end;
      }
      const isBlock = HTML_BLOCK.test(lines[at]) || HTML_TAG.test(lines[at]);
      return isBlock ? this.asIs(lines, at, isBlank) : 0;
    }

    table(lines, at) {
      const [head, under] = [cells(lines[at]), lines[at + 1] ?? ""];
      if (!lines[at].includes("|") || !TABLE.test(under) || head.length !== cells(under).length) {
        return 0;
      }
      let end = at + 2;
      while (end < lines.length && !isBlank(lines[end]) && !beginsBlock(lines[end])) {
        end += 1;
      }
      const rows = [lines[at], ...lines.slice(at + 2, end)];
      const shown = rows.flatMap((row) => cells(row).slice(0, head.length));
      this.found.push(...shown.map((text) => ({ text })));
      return end;
    }

    paragraph(lines, at) {
      let end = at + 1;
      while (end < lines.length && isContinued(lines[end])) {
        end += 1;
      }
      const text = lines.slice(at, end).map((line) => line.trimStart()).join("\n");
      const definition = DEFINITION.exec(text) ?? BARE_DEFINITION.exec(text);
      if (definition && !isBlank(definition[1])) {
        this.references.add(referenceKey(definition[1]));
        return at + definition[0].trimEnd().split("\n").length;
      }
      this.found.push({ text });
      return end + (end < lines.length && UNDERLINE.test(lines[end]) ? 1 : 0);
    }
  }

  function cells(row) {
    const inside = row.trim().replace(/^\|/, "").replace(/(?<!\\)\|$/, "");
    return inside.split(/(?<!\\)\|/).map((cell) => cell.replaceAll("\\|", "|").trim());
  }

  function beginsBlock(line) {
    const marker = MARKER.exec(line);
    const isList = marker && marker[0] !== line && /^(?:[-+*]|1[.)])$/.test(marker[2]);
    const forms = [FENCE, QUOTE, RULE, HEADING, HTML, HTML_BLOCK];
    return Boolean(isList) || forms.some((form) => form.test(line));
  }

  function isContinued(line) {
    const isIndented = indentOf(line) >= 4;
    return !isBlank(line) && (isIndented || !(beginsBlock(line) || UNDERLINE.test(line)));
  }

  // A line without the mark of its quotation or list goes on with the paragraph before it.
  function isLazy(lines, at) {
    const before = lines[at - 1].replace(/^(?: {0,3}>[ \t]?| *(?:[-+*]|\d{1,9}[.)])[ \t]+)+/, "");
    const isParagraph = !isBlank(before) && !beginsBlock(before);
    return isParagraph && !isBlank(lines[at]) && !beginsBlock(lines[at]) && !MARKER.test(lines[at]);
  }

  /** Return the text that a reader sees, one line for each paragraph or element of a list. */
  function plainText(markdown) {
    const blocks = new Blocks();
    blocks.read(linesOf(markdown));
    return blocks.found
      .map(({ text, shown }) => shown ?? inlineText(text.trim(), blocks.references))
      .join("\n");
  }

  Object.assign(catalogEntry, { plainText });
})();
