// Names that claim an approval, or pose as the platform; the rules of catalog_tool/linter/endorsements/in_names.py.

(() => {
  const { knowledge, sameKey } = catalogEntry;
  const { articles, badges, claims, linking, owned, vendors } = knowledge.claims;
  const SAME_STROKES = { 1: "i", l: "i", 0: "o" };
  const BADGE = new RegExp(`[${badges}]`, "u");
  const ACCENTS = /\p{M}/gu;

  /** The key of a word as a quick reader sees it. */
  function keyOf(word) {
    return sameKey(word)
      .replace(/[1l0]/g, (stroke) => SAME_STROKES[stroke])
      .replaceAll("rn", "m");
  }

  function wordsOf(name) {
    const readable = name.normalize("NFKD").replace(ACCENTS, "");
    return readable.replace(/([a-z])(?=[A-Z])/g, "$1 ").match(/[\p{L}\p{N}]+/gu) ?? [];
  }

  /** How many of the first words together are among those that are not free; or 0. */
  function sizeAmong(keys, known) {
    let [run, size] = ["", 0];
    for (const [at, key] of keys.entries()) {
      run += key;
      if (!known.some((each) => each.startsWith(run))) {
        break;
      }
      size = known.includes(run) ? at + 1 : size;
    }
    return size;
  }

  function isLinked(before) {
    return linking.includes(before.findLast((word) => !articles.includes(word)));
  }

  function platformIn(words, keys) {
    let at = 0;
    while (at < keys.length) {
      const size = sizeAmong(keys.slice(at), owned);
      if (size && !isLinked(keys.slice(0, at))) {
        return words.slice(at, at + size).join(" ");
      }
      at += size || 1;
    }
    return "";
  }

  function claimIn(name, words, keys) {
    for (const at of keys.keys()) {
      const size = sizeAmong(keys.slice(at), claims);
      if (size) {
        return words.slice(at, at + size).join(" ");
      }
    }
    return BADGE.exec(name)?.[0] ?? "";
  }

  /**
   * Return what the name of a partner claims that the catalog cannot vouch for, as
   * { message, hint }, or null.
   *
   * @param {string} name what was typed
   * @param {Vocabulary} vocabulary the known applications; who is known may be called so
   * @param {(text: string) => string} quoted how a text is shown in a message
   */
  function claimFault(name, vocabulary, quoted) {
    const words = wordsOf(name);
    const keys = words.map(keyOf);
    const platform = platformIn(words, keys);
    if (platform) {
      return {
        message: `${quoted(platform)} in the name ${quoted(name)} is the platform's own name, or its owner's.`,
        hint: "Write the name of your company; what it connects to stands in the description.",
      };
    }
    const claim = claimIn(name, words, keys);
    const isKnown = vocabulary.canonical(name) || vendors.includes(sameKey(name));
    return claim && !isKnown
      ? {
          message: `${quoted(claim)} in the name ${quoted(name)} claims an approval.`,
          hint: "Write the name alone; if it is registered like this, tell an admin of the catalog.",
        }
      : null;
  }

  Object.assign(catalogEntry, { claimFault });
})();
