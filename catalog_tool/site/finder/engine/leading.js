// Whether a text leads an answer, because it has more of the question than names that only begin like it, are spelled alike, or values.
// A page loads this script with the first of the texts.

(() => {
  const { GRADE, formsOf, queryWords } = catalogFinder;
  const PARTIAL = 0.5; // of a word that a name only begins with, or that may be meant

  /** Whether the first text has more words of the question than the first application, or the first partner, or says what partners only state. */
  function isTextFirst(index, hits, { applications: [application], partners: [partner], mentioned, partly }) {
    const [text] = [...mentioned, ...partly];
    const shares = application ? sharesOfApplication(index, hits, application) : sharesOfPartner(index, hits, partner);
    const more = countIn(hits, sharesOfText(hits, text)) - countIn(hits, shares);
    const isValue = !application && hits.found[index.firstPartner + partner]?.match === "field";
    return more > 0 || (more === 0 && isValue && isPhrase(hits.mentioning, text));
  }

  /* Whether a text has all neighboring words of the question next to each other, also those that say little: REST gateway. */
  const isPhrase = ({ pairs }, text) => pairs.length > 0 && pairs.every((grades) => grades[text.number]);

  /* How many words that is, as they are typed: Japan is one, though it is found as Asia Pacific. */
  function countIn({ mentioning: { typed, words } }, shares) {
    const counts = new Map();
    shares.forEach((share, at) => {
      const word = typed[at].join(" ") || words[at];
      counts.set(word, Math.max(share, counts.get(word) ?? 0));
    });
    return [...counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /* How much of each word an application has, or the first of its partners. */
  function sharesOfApplication(index, hits, { number, partners: [first] }) {
    const own = sharesOfFound(hits, number);
    const said = sharesOfPartner(index, hits, first);
    return own.map((share, at) => Math.max(share, said[at]));
  }

  function sharesOfPartner(index, hits, number) {
    const own = sharesOfFound(hits, index.firstPartner + number);
    const said = sharesOfText(hits, { number });
    return own.map((share, at) => Math.max(share, said[at]));
  }

  function sharesOfText({ mentioning: { grades, named, words } }, { number }) {
    return words.map((_, at) => Number(grades[at][number] > 0 || named[at]?.[number] === GRADE.WHOLE));
  }

  /* By what an owner was found. */
  function sharesOfFound({ found, mentioning: { words } }, owner) {
    const each = found[owner];
    if (!each || each.match === "mentioned") {
      const matched = queryWords(each?.matched ?? "");
      return words.map((word) => Number(formsOf(word).some((form) => matched.includes(form))));
    }
    const required = each.matching?.attempt.required.map((at) => each.matching.attempt.query.words[at]) ?? words;
    const share = each.isTypo || each.isClose ? PARTIAL : 1;
    return words.map((word) => (required.includes(word) ? share : 0));
  }

  Object.assign(catalogFinder, { isTextFirst });
})();
