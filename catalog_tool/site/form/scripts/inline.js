// The text that a reader sees of one paragraph of Markdown: CommonMark with strikethrough.

(() => {
  const { emphasisMarks, pairMarks } = catalogEntry;
  const ENTITY = /&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});/y;
  const AUTOLINK = /<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\0-\x20]*)>/y;
  const EMAIL = /<([\w.!#$%&'*+/=?^`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?)>/y;
  const ATTRIBUTE =
    "(?:\\s+[a-zA-Z_:][a-zA-Z0-9:._-]*(?:\\s*=\\s*(?:[^\"'=<>`\\0-\\x20]+|'[^']*'|\"[^\"]*\"))?)";
  const TAG = new RegExp(
    `<[A-Za-z][A-Za-z0-9-]*${ATTRIBUTE}*\\s*/?>|</[A-Za-z][A-Za-z0-9-]*\\s*>` +
      "|<!---?>|<!--(?:[^-]|-[^-]|--[^>])*-->|<[?][^]*?[?]>|<![A-Za-z][^>]*>|<!\\[CDATA\\[[^]*?\\]\\]>",
    "y",
  );
  const ESCAPE = /\\[!-/:-@[-`{-~]/y;
  const BREAK = / *\n[ \t]*|\\\n[ \t]*/y;
  const BACKTICKS = /`+/y;
  const DELIMITERS = /\*+|_+|~+/y;
  const BLANKS = /[ \t\n]*/y;
  const TITLE = /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\((?:[^()\\]|\\[^])*\)/y;
  const ANGLE_DESTINATION = /<(?:[^<>\n\\]|\\[^])*>/y;
  const ORDINARY = /[^\\`*_~[\]!<&\n ]+| /y;

  /** Return what a sticky expression matches at a place of a text, or null. */
  function matchAt(expression, text, at) {
    expression.lastIndex = at;
    return expression.exec(text);
  }

  function decoded(entity) {
    const code = /^&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));$/.exec(entity);
    if (!code) {
      return new DOMParser().parseFromString(entity, "text/html").body.textContent;
    }
    const point = code[1] ? parseInt(code[1], 16) : Number(code[2]);
    const isText = point && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    return isText ? String.fromCodePoint(point) : "\ufffd";
  }

  /** Return the key under which the definition of a link is found. */
  function referenceKey(label) {
    return label.trim().replace(/\s+/g, " ").toLowerCase().toUpperCase();
  }

  /** One paragraph while it is read; the places of its links are found once. */
  class Paragraph {
    constructor(text, references, before) {
      this.text = text;
      this.before = before;
      this.references = references;
      this.links = new Map();
    }

    /** Where code, an address in angle brackets or a tag ends that begins here; 0 if none does. */
    opaqueEnd(at) {
      const ticks = matchAt(BACKTICKS, this.text, at);
      if (ticks) {
        return this.codeEnd(at, ticks[0].length);
      }
      const found = [AUTOLINK, EMAIL, TAG].map((form) => matchAt(form, this.text, at)).find(Boolean);
      return found ? at + found[0].length : 0;
    }

    codeEnd(at, length) {
      for (const run of this.text.slice(at + length).matchAll(/`+/g)) {
        if (run[0].length === length) {
          return at + length + run.index + length;
        }
      }
      return 0;
    }

    /** Where the bracket closes that opens at a place; -1 if nowhere, or around another link. */
    labelEnd(at, mayHoldLinks) {
      let depth = 1;
      let next = at + 1;
      while (next < this.text.length) {
        const char = this.text[next];
        if (char === "]") {
          depth -= 1;
          if (!depth) {
            return next;
          }
        }
        const link = char === "[" ? this.link(next) : null;
        if (link && !mayHoldLinks) {
          return -1;
        }
        depth += char === "[" && !link ? 1 : 0;
        next = link ? link.end : this.stepEnd(next);
      }
      return -1;
    }

    stepEnd(at) {
      if (matchAt(ESCAPE, this.text, at)) {
        return at + 2;
      }
      const image = this.text.startsWith("![", at) ? this.link(at + 1, true) : null;
      const ticks = matchAt(BACKTICKS, this.text, at);
      return image?.end || this.opaqueEnd(at) || at + (ticks ? ticks[0].length : 1);
    }

    /** Return the label and the end of the link or image whose bracket opens here, or null. */
    link(at, isImage = false) {
      const key = isImage ? -at - 1 : at;
      if (!this.links.has(key)) {
        this.links.set(key, null);
        const end = this.labelEnd(at, isImage);
        const after = end < 0 ? 0 : this.targetEnd(end + 1) || this.referenceEnd(at, end);
        this.links.set(key, after ? { label: this.text.slice(at + 1, end), end: after } : null);
      }
      return this.links.get(key);
    }

    blanksEnd(at) {
      return at + matchAt(BLANKS, this.text, at)[0].length;
    }

    /** Where the target in parentheses ends that begins here; 0 if it is none. */
    targetEnd(at) {
      if (this.text[at] !== "(") {
        return 0;
      }
      const start = this.blanksEnd(at + 1);
      const destination = this.destinationEnd(start);
      let end = this.blanksEnd(destination);
      const title = end > destination ? matchAt(TITLE, this.text, end) : null;
      end = title ? this.blanksEnd(end + title[0].length) : end;
      return this.text[end] === ")" ? end + 1 : 0;
    }

    destinationEnd(at) {
      if (this.text[at] === "<") {
        const angle = matchAt(ANGLE_DESTINATION, this.text, at);
        return angle ? at + angle[0].length : at;
      }
      let depth = 0;
      let end = at;
      for (; end < this.text.length && !/[\0-\x20\x7f]/.test(this.text[end]); end += 1) {
        const char = this.text[end];
        if (char === "\\" && /[^ ]/.test(this.text[end + 1] ?? "")) {
          end += 1;
        } else if (char === ")" && !depth) {
          break;
        }
        depth += char === "(" ? 1 : char === ")" ? -1 : 0;
      }
      return depth ? at : end;
    }

    referenceEnd(at, end) {
      const next = this.text[end + 1] === "[" ? this.labelEnd(end + 1, true) : -1;
      const named = next > end + 2 ? this.text.slice(end + 2, next) : this.text.slice(at + 1, end);
      return this.references.has(referenceKey(named)) ? (next < 0 ? end : next) + 1 : 0;
    }
  }

  /** Yield the pieces of a paragraph: { text } as seen, and marks that may yet turn out emphasis. */
  function* piecesOf(paragraph) {
    const { text } = paragraph;
    let at = 0;
    while (at < text.length) {
      const piece = pieceAt(paragraph, at);
      yield* piece.marks ?? [piece];
      at = piece.end;
    }
  }

  function pieceAt(paragraph, at) {
    const { text, references } = paragraph;
    const seen = (match, shown = match[0]) => ({ text: shown, end: at + match[0].length });
    let match = matchAt(BREAK, text, at);
    if (match) {
      return seen(match, " ");
    }
    if ((match = matchAt(ORDINARY, text, at))) {
      return seen(match);
    }
    if ((match = matchAt(ESCAPE, text, at))) {
      return seen(match, match[0][1]);
    }
    if ((match = matchAt(DELIMITERS, text, at))) {
      return markRun(paragraph, at, match[0]);
    }
    if ((match = matchAt(ENTITY, text, at))) {
      return seen(match, decoded(match[0]));
    }
    const image = text.startsWith("![", at) ? paragraph.link(at + 1, true) : null;
    if (image) {
      return { text: image.label, end: image.end };
    }
    const link = text[at] === "[" ? paragraph.link(at) : null;
    if (link) {
      return { text: inlineText(link.label, references, "["), end: link.end };
    }
    return opaque(paragraph, at);
  }

  function opaque(paragraph, at) {
    const { text } = paragraph;
    const end = paragraph.opaqueEnd(at);
    const ticks = matchAt(BACKTICKS, text, at)?.[0];
    if (!end) {
      return { text: ticks ?? text[at], end: at + (ticks?.length ?? 1) };
    }
    const address = (matchAt(AUTOLINK, text, at) ?? matchAt(EMAIL, text, at))?.[1];
    const code = ticks && text.slice(at + ticks.length, end - ticks.length).replaceAll("\n", " ");
    return { text: code?.replace(/^ (.*[^ ].*) $/, "$1") ?? address ?? text.slice(at, end), end };
  }

  function markRun({ text, before: outside }, at, run) {
    const end = at + run.length;
    const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? outside;
    const after = [...text.slice(end, end + 2)][0] ?? "";
    const marks = emphasisMarks(run, before, after).map((mark) => ({ ...mark, place: at }));
    return { marks, end };
  }

  /** Return the text that a reader sees of one paragraph. */
  function inlineText(text, references = new Set(), before = "") {
    const pieces = [...piecesOf(new Paragraph(text, references, before))];
    pairMarks(pieces);
    return pieces.map((piece) => piece.text).join("");
  }

  Object.assign(catalogEntry, { inlineText, referenceKey });
})();
