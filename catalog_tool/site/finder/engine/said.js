// What texts say of the words of a query. A page loads this script with the first of them.

(() => {
  const { GRADE, LONGEST_SPLIT, SHORTEST_MISTYPED, SOURCE, countBits, formsOf, highestFirst, isTelling, textTerms } = catalogFinder;

  const FEW = 10;
  const SHORTEST_BEGUN = 5; // letters of a word that may begin one of a name
  const GRADES = GRADE.WHOLE + 1;

  const combine = (choose) => (one, other) => {
    const combined = new Uint8Array(one.length);
    for (let at = 0; at < one.length; at += 1) {
      combined[at] = choose(one[at], other[at]);
    }
    return combined;
  };
  const best = combine(Math.max);
  const worst = combine(Math.min);

  const bitsOf = (flags) => flags.reduce((bits, flag, at) => bits | (Number(flag) << at), 0);

  /** How well each text has each word, which texts have each pair, and how well the names of each partner have each word. */
  function gradesIn(mentioning, pairs, hosts) {
    const { index, inOwners, words } = mentioning;
    return {
      grades: words.map((_, at) => gradesOf(mentioning, at)),
      pairs: pairs.map((pair) => index.texts.memoize(pair, () => index.shards.gradesOf(pair))),
      named: inOwners.map((grades, at) => (hosts[at] ? [] : namedBy(index, grades))), // oracle.net isn't Oracle and a host in .net
    };
  }

  /* How well each text has a word, or has it joined with a word beside it, or has what is typed instead of it. */
  function gradesOf(mentioning, at) {
    const joined = [...mentioning.joinedWith(at), ...(at ? mentioning.joinedWith(at - 1) : [])];
    const known = joined.map((word) => gradesOfWord(mentioning, word)).filter((grades) => hasAny(grades));
    const others = mentioning.typed[at].map((word) => gradesOfWord(mentioning, word));
    const typed = others.length ? [others.reduce(worst)] : [];
    const forms = mentioning.forms[at].map((word) => gradesOfWord(mentioning, word));
    return [...forms, ...known, ...typed].reduce(best);
  }

  /* How well each text has all terms of a word. */
  function gradesOfWord({ index: { fillers, shards, texts }, unfinished }, word) {
    const isLast = unfinished.includes(word);
    const gradesOfTerm = (term) => texts.memoize(`text ${isLast} ${term}`, () => shards.gradesOf(term, isLast, fillers));
    return textTerms(word).map(gradesOfTerm).reduce(worst);
  }

  /* How well the names of each partner, and of the applications that it lists, have a word. */
  function namedBy({ applications, firstPartner, partners }, grades) {
    const named = grades.slice(firstPartner, firstPartner + partners.length);
    applications.forEach(({ partners: listing }, owner) => {
      for (const partner of grades[owner] ? listing : []) {
        named[partner] = Math.max(named[partner], grades[owner]);
      }
    });
    return named;
  }

  /** The texts with all words, best first: {number, bits}. */
  function textsWithAll(mentioning) {
    const { grades, index, inOwners, isPartner, words } = mentioning;
    const every = 2 ** words.length - 1;
    const whole = wholeNames(mentioning);
    // A part of a name that a partner lists, and a word of its text, say nothing together: Microsoft, and "our team".
    const isSaid = ({ number }) => {
      const isOwn = (word, at) => whole.has(word) || grades[at][number] || inOwners[at][index.firstPartner + number];
      return words.every(isOwn) || words.some((word, at) => whole.has(word) && !index.fillers.has(word) && grades[at][number]);
    };
    const found = textsWith(mentioning, (bits) => bits === every).filter((each) => !isPartner(each) || isSaid(each));
    return [...found.filter(isPartner), ...onePerPage(index, found.filter((each) => !isPartner(each)))];
  }

  /* The words that are a name, a category, or a value. */
  function wholeNames({ index, words }) {
    const { names, texts } = index.texts;
    const isKnown = (run) => formsOf(run.join("")).some((form) => names.get(form)?.some((number) => texts[number].source !== SOURCE.VENDOR));
    const runs = words.flatMap((_, first) => words.slice(first, first + LONGEST_SPLIT).map((_, at) => words.slice(first, first + at + 1)));
    return new Set(runs.filter(isKnown).flat());
  }

  const isWhole = (mentioning, { number }) => gradeOfMatch(matchOf(mentioning, number, leastsInNames(mentioning.words, 0))) === GRADE.WHOLE;

  function unsaidIn({ grades, index, named, spellings, words }) {
    const isSaid = (each) => hasAny(each ?? [], index.partners.length);
    return words.filter((word, at) => spellings.has(word) || !(isSaid(grades[at]) || isSaid(named[at])));
  }

  /** The words that nobody says and that may be mistyped. */
  function unknownIn({ exact, grades, index, unsaid, words }) {
    const mayBeMistyped = (word) => word.length > SHORTEST_MISTYPED && !exact.has(word);
    const isOnPage = (word) => hasAny(grades[words.indexOf(word)]);
    return unsaid.filter((word) => mayBeMistyped(word) && !isOnPage(word) && !index.texts.withWholeWord(word).length);
  }

  function textsWithMost(mentioning, words, { inNames = false, mayBeCommon = false }) {
    const { fillers } = mentioning.index;
    const isAllFiller = words.every((word) => fillers.has(word));
    const isMeant = isTellingIn(mentioning);
    const isTold = (at) => isMeant(mentioning.words[at]) && (isAllFiller || !fillers.has(mentioning.words[at])) && (mayBeCommon || !isCommon(mentioning, at));
    const meant = bitsOf(mentioning.words.map((word) => words.includes(word)));
    const told = meant & bitsOf(mentioning.words.map((_, at) => isTold(at)));
    const found = told ? textsWith(mentioning, (bits) => bits & told, inNames, GRADE.WHOLE).filter(mentioning.isPartner) : [];
    const most = found.reduce((count, { bits }) => Math.max(count, countBits(bits & told)), 0);
    const first = found.filter(({ bits }) => countBits(bits & told) === most);
    const weightOf = first.length > 1 ? catalogFinder.weigh(mentioning, words) : () => 0;
    const ordered = highestFirst(first, ({ number }) => weightOf(number));
    return ordered.map(({ number, bits }) => ({ number, bits: inNames ? bits & told : bits, meant }));
  }

  /* Tells which words say something by themselves. If nobody says those, numbers do, too: 24/7. */
  const isTellingIn = ({ unsaid, words }) =>
    words.some((word) => isTelling(word) && !unsaid.includes(word)) ? isTelling : () => true;

  /** How many of the words that are meant the first of some texts has. */
  const countMeant = ([first]) => (first ? countBits(first.bits & first.meant) : 0);

  /* Whether one of the texts below `end` has a word. */
  function hasAny(grades, end = grades.length) {
    const last = Math.min(end, grades.length);
    let number = 0;
    while (number < last && !grades[number]) {
      number += 1;
    }
    return number < last;
  }

  /* How many texts have a word. */
  function countTexts(grades) {
    let count = 0;
    for (const grade of grades) {
      count += grade ? 1 : 0;
    }
    return count;
  }

  /** Whether the word at a position is in so many texts that it says nothing about one of them. */
  function isCommon({ grades, index }, at) {
    const count = countTexts(grades[at]);
    return count > FEW && 2 * count > index.partners.length;
  }

  /**
   * The texts with the words that are meant, as bits. Those with the words together come first. `least`: the grade of short
   * words in names that counts.
   */
  function textsWith(mentioning, isWanted, inNames = false, least = 0) {
    const { grades, named, pairs, words } = mentioning;
    const isMeant = isTellingIn(mentioning);
    const telling = [...grades, ...(inNames ? named : [])].filter((_, at) => isMeant(words[at % words.length]));
    const leasts = leastsInNames(words, least);
    const byRank = Array.from({ length: (pairs.length + 1) * GRADES }, () => []);
    const count = telling[0]?.length ?? 0;
    for (let number = 0; number < count; number += 1) {
      if (isWith(telling, number)) {
        const match = matchOf(mentioning, number, leasts);
        const bits = bitsOfMatch(match);
        isWanted(bits) && byRank[countWith(pairs, number) * GRADES + gradeOfMatch(match)].push({ number, bits });
      }
    }
    return byRank.reverse().flat();
  }

  /* Whether a text has a grade in one of these. */
  function isWith(every, number) {
    for (const grades of every) {
      if (grades[number]) {
        return true;
      }
    }
    return false;
  }

  /* In how many of these a text has a grade. */
  function countWith(every, number) {
    let count = 0;
    for (const grades of every) {
      count += grades[number] ? 1 : 0;
    }
    return count;
  }

  /* The grade of each word in names that counts: a sale isn't Salesforce, and IS-U isn't UNIX. */
  const leastsInNames = (words, least) => words.map((word) => (word.length >= SHORTEST_BEGUN ? 0 : isTelling(word) ? least : GRADE.WHOLE));

  /* The words that a text or the names of its partner have, as bits, and the lowest of their grades: in one number, because there are many texts. */
  function matchOf({ grades, named, words }, number, leasts) {
    let bits = 0;
    let grade = GRADE.WHOLE;
    for (let at = 0; at < words.length; at += 1) {
      const inNames = named[at][number] ?? 0;
      const found = Math.max(grades[at][number], inNames < leasts[at] ? 0 : inNames);
      if (found) {
        bits |= 1 << at;
        grade = Math.min(grade, found);
      }
    }
    return bits * GRADES + grade;
  }

  const bitsOfMatch = (match) => Math.floor(match / GRADES);
  const gradeOfMatch = (match) => match % GRADES;

  /* The best section of each page; pages of the owner come before those for contributors. */
  function onePerPage({ shards }, sections) {
    const first = new Map();
    for (const each of sections) {
      const { page } = shards.pageOf(each.number);
      first.has(page) || first.set(page, each);
    }
    const isRule = ({ number }) => shards.pageOf(number).kind === "rule";
    const pages = [...first.values()];
    return [...pages.filter((each) => !isRule(each)), ...pages.filter(isRule)];
  }

  Object.assign(catalogFinder, { bitsOf, countMeant, gradesIn, isCommon, isWhole, leastsInNames, textsWith, textsWithAll, textsWithMost, unknownIn, unsaidIn });
})();
