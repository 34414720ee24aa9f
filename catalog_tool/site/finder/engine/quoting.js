// Shows a text with words of a query: its sentence, and what it lacks.

(() => {
  const { bestSentence, nameWords, textTerms } = catalogFinder;
  const SHORTEST_OF_FORMS = 6; // letters of a word that longer ones are forms of

  /** One of the texts of `Mentioning` as an answer, with the sentence that has most of what is meant, if that is loaded. */
  function quote({ index, inOwners, searched, spellings, unfinished, words }, { number, bits, meant = bits }) {
    const isFound = (_, at) => bits & (1 << at);
    const { partners, shards } = index;
    const text = shards.textOf(number);
    const begun = words.filter((word, at) => !isFound(word, at) && !spellings.has(word) && isBegunIn(text, word));
    const missing = words.filter((word, at) => (!isFound(word, at) || spellings.has(word)) && !begun.includes(word));
    const found = searched.filter((_, at) => isFound(_, at) && meant & (1 << at));
    const joined = found.slice(1).map((word, at) => found[at] + word);
    const terms = [...found, ...joined, ...begun].flatMap((word) => [...new Set([word, ...textTerms(word)])]);
    const sentence = bestSentence(text?.parts ?? [], terms, [...unfinished, ...begun]);
    if (number < partners.length) {
      const { id, name, applications } = partners[number];
      const isNamed = (owner) => inOwners.some((grades, at) => bits & meant & (1 << at) && grades[owner]);
      const listed = sentence.sentence ? [] : applications.filter(isNamed).map((owner) => index.owners[owner].name);
      return { kind: "partner", id, name, missing, listed, ...sentence };
    }
    const { name = "", address = "" } = text ?? {};
    return { kind: shards.pageOf(number).kind, address, name, missing, ...sentence };
  }

  /* Whether a text has a longer form of a word: befristet, befristete. */
  const isBegunIn = (text, word) =>
    word.length >= SHORTEST_OF_FORMS && (text?.parts ?? []).some(([, said]) => nameWords(said).some((each) => each.startsWith(word)));

  Object.assign(catalogFinder, { quote });
})();
