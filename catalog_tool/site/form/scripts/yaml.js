// Writes an entry as YAML, like catalog_tool/model/entry_yaml.py and text/yaml_scalar.py.

(() => {
  const { hasShape } = catalogEntry;
  const PLAIN = /^[\p{L}\p{N}](?:[^:#,[\]{}]|:(?! |$)|(?<! )#)*$/u;
  // Values that other YAML 1.1 or 1.2 parsers don't read as text.
  const NOT_TEXT = new RegExp(
    [
      "y|n|yes|no|on|off|true|false|null",
      "[\\d_]+\\.?[\\d_]*(?:e[-+]?\\d+)?",
      "0(?:x[\\da-f_]+|o[0-7_]+|b[01_]+)",
      "[\\d_]+(?::[0-5]?\\d)+(?:\\.[\\d_]*)?",
      "\\d{4}-\\d\\d?-\\d\\d?(?:(?:t|\\s+)[\\d:.]+\\s*(?:z|[-+][\\d:]+)?)?",
    ]
      .map((form) => `^(?:${form})$`)
      .join("|"),
    "i",
  );
  const SHORT_ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r" };

  function escape(char) {
    if (SHORT_ESCAPES[char] || hasShape(char)) {
      return SHORT_ESCAPES[char] ?? char;
    }
    const code = char.codePointAt(0).toString(16);
    if (code.length <= 2) {
      return `\\x${code.padStart(2, "0")}`;
    }
    return code.length <= 4 ? `\\u${code.padStart(4, "0")}` : `\\U${code.padStart(8, "0")}`;
  }

  /** Return text as a one-line scalar that every YAML parser reads back unchanged. */
  function asScalar(text) {
    const chars = [...text];
    if (!chars.every(hasShape)) {
      return `"${chars.map(escape).join("")}"`;
    }
    if (PLAIN.test(text) && text === text.trim() && !NOT_TEXT.test(text)) {
      return text;
    }
    return `'${text.replaceAll("'", "''")}'`;
  }

  // A block can hold any text that ends in one line end and has no invisible characters.
  function block(key, text) {
    const lines = text.slice(0, -1).split("\n");
    const deeper = /^[ \n\t]/.test(text) ? "2" : "";
    return [`${key}: |${deeper}`, ...lines.map((line) => line && `  ${line}`)];
  }

  function linesOf(key, value) {
    if (typeof value === "string") {
      return value.endsWith("\n") ? block(key, value) : [`${key}: ${asScalar(value)}`];
    }
    if (value instanceof Map) {
      const groups = [...value].flatMap(([group, names]) => linesOf(asScalar(group), names));
      return [`${key}:`, ...groups.map((line) => `  ${line}`)];
    }
    return [`${key}:`, ...value.flatMap(linesOfElement)];
  }

  function linesOfElement(element) {
    if (typeof element === "string") {
      return [`  - ${asScalar(element)}`];
    }
    return Object.entries(element).map(
      ([key, value], at) => `  ${at ? " " : "-"} ${key}: ${asScalar(value)}`,
    );
  }

  /**
   * Return the text of a partner file.
   *
   * @param {Object<string, string | string[] | Object<string, string>[] | Map<string, string[]>>}
   *   values values by key, in the order of the format; text that ends in a line end becomes a block
   */
  function entryText(values) {
    return [...Object.entries(values).flatMap(([key, value]) => linesOf(key, value)), ""].join("\n");
  }

  Object.assign(catalogEntry, { entryText });
})();
