// Shows a text with words of a query: its sentence, and what it lacks.

(() => {
  const { DENIED, NOT_ONLY, bestSentences, formsOf, nameWords, queryWords, textTerms } = catalogFinder;
  const BEFORE_MARK = /(?:(?<!\p{L})\p{L}+(?:['’]\p{L}*)?[\s-]+){1,3}$/u; // as near as a denial stands to what it denies: doesn't sell
  const BEFORE_COLON = /(?:(?<!\p{L})\p{L}+(?:['’]\p{L}*)?[\s-]+){1,2}$/u; // and before a list of what isn't done: We don't do:
  const AFTER_MARK = /^[)\]"”]?\s+(?:(?:is|are|was|were|ist|sind|wird|werden|gibt\s+es|est|sont)\s+(?:\p{L}+\s+)?(?:not|no|nicht|kein\p{L}*|pas)(?!\p{L})|(?:is|are|was|were)n['’]t(?!\p{L})|\p{L}+n['’]t\s*(?:[.,;!)]|$)|(?:is|are|was|were)\s+out\s+of\s+scope|n['’]est\s)/iu; // triggers don't
  const FIRST_MENTIONS = 10;
  const SHORTEST_IN_NAME = 4; // letters
  const SHORTEST_OF_FORMS = 6; // letters of a word that longer ones are forms of

  const quotes = new WeakMap(); // of the texts of an answer, which are sorted by them and shown

  /** One of the texts of `Mentioning` as an answer, with the sentence that has most of what is meant, or two, if that is loaded. */
  function quote(mentioning, each) {
    if (!quotes.has(each)) {
      quotes.set(each, quoteOf(mentioning, each));
    }
    return quotes.get(each);
  }

  function quoteOf({ forms, index, inOwners, isDenying, named, searched, spellings, typed, unfinished, words }, { number, bits, meant = bits, lacking = [] }) {
    const isFound = (_, at) => bits & (1 << at);
    const { partners, shards } = index;
    const text = shards.textOf(number);
    const begun = words.filter((word, at) => !isFound(word, at) && !spellings.has(word) && isBegunIn(text, word));
    const asTyped = (word, at) => (typed[at].length ? typed[at] : [word]); // not the words of a value that has another name
    const isOther = (word) => spellings.has(word) && !spellings.get(word).startsWith(word);
    const unsaid = words.flatMap((word, at) => ((!isFound(word, at) || isOther(word)) && !begun.includes(word) ? asTyped(word, at) : []));
    const missing = [...new Set([...unsaid, ...lacking])];
    const isMeant = (at) => isFound("", at) && meant & (1 << at);
    const joinedWith = (at) => [at - 1, at].filter((each) => isMeant(each) && isMeant(each + 1)).map((each) => searched[each] + searched[each + 1]);
    const termsOf = (spelled) => [...new Set(spelled.flatMap((word) => [word, ...textTerms(word)]))];
    const isNamed = (at) => named[at]?.[number] > 0;
    const found = forms.flatMap((spelled, at) => (isMeant(at) ? [{ forms: termsOf([...spelled, ...typed[at], ...joinedWith(at)]), isNamed: isNamed(at) }] : []));
    const terms = [...found, ...begun.map((word) => ({ forms: termsOf([word]), isNamed: false }))];
    const { isApart, ...sentence } = bestSentences(text?.parts ?? [], terms, [...unfinished, ...begun], searched, isDenied);
    const told = { missing, is_apart: isApart, is_denied: !isDenying && isDenied(sentence), ...sentence };
    if (number < partners.length) {
      const { id, name, applications } = partners[number];
      const isOf = (owner) => inOwners.some((grades, at) => bits & meant & (1 << at) && grades[owner]);
      const listed = sentence.sentence ? [] : applications.filter(isOf).map((owner) => index.owners[owner].name);
      return { kind: "partner", id, name, listed, ...told };
    }
    const { name = "", address = "" } = text ?? {};
    return { kind: shards.pageOf(number).kind, address, name, ...told };
  }

  /** Results with their first texts in order: those of partners that have the words in one sentence, and those that deny one of them last. */
  function withApartLast(mentioning, results) {
    const isPartner = ({ number }) => number < mentioning.index.partners.length;
    const [mentioned, partly] = [results.mentioned, results.partly].map((every) => {
      const first = every.slice(0, FIRST_MENTIONS).filter(isPartner);
      return first.length > 1 ? [...apartLast(mentioning, first), ...every.slice(first.length)] : every;
    });
    return { ...results, mentioned, partly };
  }

  function apartLast(mentioning, texts) {
    const rankOf = (each) => (quote(mentioning, each).is_denied ? 2 : Number(quote(mentioning, each).is_apart));
    const ranks = new Map(texts.map((each) => [each, rankOf(each)]));
    return [0, 1, 2].flatMap((rank) => texts.filter((each) => ranks.get(each) === rank));
  }

  /** Whether a sentence denies what it is quoted for: doesn't sell self-checks. */
  function isDenied({ sentence, marks }) {
    return marks.some(([start, end]) => isDeniedBefore(sentence.slice(0, start)) || AFTER_MARK.test(sentence.slice(end)));
  }

  function isDeniedBefore(text) {
    const list = `${text.slice(0, Math.max(0, text.lastIndexOf(":")))} `;
    const near = [BEFORE_MARK.exec(text), BEFORE_COLON.exec(list)].map((found) => found?.[0] ?? "");
    return near.some((words) => DENIED.test(words) && words.search(NOT_ONLY) < 0);
  }

  /** The words that nobody says, if the answer has others of the query: beside a part of it, or missing in the first mention. */
  function unsaidWords({ found, isMentioned, mentioning }, { applications, mentioned, partly, partners }) {
    const [first] = [...mentioned, ...partly];
    const isListed = applications.length + partners.length > 0;
    const missing = first && !isListed ? quote(mentioning, first).missing : [];
    const unsaid = mentioning.unsaid.filter((word) => (isListed ? isMentioned : missing.includes(word)));
    const used = unsaid.length ? new Set(found.flatMap(({ matched }) => queryWords(matched))) : null; // what a category is about
    const { texts } = mentioning.index;
    const isInName = (word) => word.length >= SHORTEST_IN_NAME && texts.joined.includes(word); // NetDocuments
    return unsaid.filter((word) => !used.has(word) && !isInName(word) && !formsOf(word).some((form) => texts.described.has(form)));
  }

  /* Whether a text has a longer form of a word: befristet, befristete. */
  const isBegunIn = (text, word) =>
    word.length >= SHORTEST_OF_FORMS && (text?.parts ?? []).some(([, said]) => nameWords(said).some((each) => each.startsWith(word)));

  Object.assign(catalogFinder, { isDenied, quote, unsaidWords, withApartLast });
})();
