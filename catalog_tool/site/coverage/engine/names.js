// Finds applications by their whole names and aliases. Anything less is a question to the reader.

globalThis.catalogCoverage ??= {};

(() => {
  const MOST_CHOICES = 8;
  const MOST_PARTNERS = 20;
  const MOST_READ = 5; // sentences, because each may be in another part of the texts
  const FILLER = "the"; // a word of questions in every index
  const SEPARATOR = /[\t;|,]/;
  const known = new WeakMap();

  /** The applications of an index by number: those that partners list, then the others. */
  function applicationsOf({ applications, unlisted }) {
    return [...applications, ...unlisted];
  }

  const keyOf = (name) => catalogFinder.nameWords(name).join("");

  /* For each name without spaces and signs, `{number, name, isAlias}` of the applications. */
  function namesOf(index) {
    if (!known.has(index)) {
      const names = new Map();
      applicationsOf(index).forEach(({ name, aliases }, number) => {
        [name, ...aliases].forEach((each, at) => {
          const key = keyOf(each);
          const named = { number, name: each, isAlias: at > 0 };
          names.set(key, [...(names.get(key) ?? []), named]);
        });
      });
      known.set(index, names);
    }
    return known.get(index);
  }

  /**
   * The numbers of the applications with this name or alias; several if they share it.
   *
   * A name comes before an alias, and a name with the same signs (C++) before one with others (C#).
   * Commas count: "SAP, HCM" are two names, even if "SAP HCM" is one.
   */
  function applicationsNamed(index, text) {
    const found = namesOf(index).get(keyOf(text)) ?? [];
    const { fold } = catalogNames;
    const folded = fold(text.trim());
    const preferences = [
      ({ name, isAlias }) => !isAlias && fold(name) === folded,
      ({ name }) => fold(name) === folded,
      ...(SEPARATOR.test(text) ? [] : [({ isAlias }) => !isAlias, () => true]),
    ];
    const best = preferences.map((isMeant) => found.filter(isMeant)).find(({ length }) => length) ?? [];
    return [...new Set(best.map(({ number }) => number))];
  }

  /**
   * What a name of a list means for the answer.
   *
   * @returns {{kind, number, choices: number[], partners: {id, name, isDenied}[], pending: string[]}} `kind`:
   *   `listed` and `unlisted` are the application `number`; `unclear` could be one of the `choices`;
   *   `mentioned` is in the entries of `partners`; `nobody` has the name. Until the parts of the texts in
   *   `pending` are loaded, the texts aren't searched.
   */
  function meaningOf(index, { typed, applications: [number, ...others] }) {
    const known = { number, choices: [], partners: [], pending: [] };
    if (others.length) {
      return { ...known, kind: "unclear", number: undefined, choices: [number, ...others] };
    }
    if (number < index.applications.length) {
      return { ...known, kind: "listed" };
    }
    const { choices, partners, pending } = possibleMeanings(index, typed);
    if (number === undefined && choices.length) {
      return { ...known, kind: "unclear", choices, pending };
    }
    const kind = partners.length ? "mentioned" : number === undefined ? "nobody" : "unlisted";
    return { ...known, kind, partners, pending };
  }

  /* Listed applications that a name could mean, best first, and partners whose entry has all of it, each with whether it seems to deny it. */
  function possibleMeanings(index, text) {
    const answer = catalogFinder.find(index, text, {}, 0);
    const bySlug = new Map(index.applications.map(({ slug }, number) => [slug, number]));
    const choices = answer.applications.slice(0, MOST_CHOICES).map(({ slug }) => bySlug.get(slug));
    // The finder takes the last word as unfinished. Here it is whole.
    const whole = catalogFinder.find(index, `${text} ${FILLER}`, {}, MOST_READ);
    const named = whole.partners.slice(0, MOST_PARTNERS).filter(({ match }) => match !== "typo");
    const mentioned = whole.mentioned.slice(0, MOST_PARTNERS);
    const mentioning = mentioned.filter(({ kind, missing }) => kind === "partner" && !missing.length);
    const partners = [...named, ...mentioning].map(({ id, name, is_denied: isDenied = false }) => ({ id, name, isDenied }));
    return { choices, partners, pending: [...new Set([...answer.pending, ...whole.pending])] };
  }

  Object.assign(catalogCoverage, { applicationsNamed, applicationsOf, meaningOf });
})();
