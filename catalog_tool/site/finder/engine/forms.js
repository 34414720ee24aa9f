// The words by which texts are found: the forms of a word, pairs of words, and pairs of letters in scripts without spaces.

(() => {
  const { DENSE } = catalogFinder;
  const RUNS = new RegExp(`[0-9]+|[${DENSE}]+|[^0-9${DENSE}]+`, "gu");
  const IS_DENSE = new RegExp(`^[${DENSE}]`, "u");
  const MOST_LETTERS = 40;
  const SHORTEST_OF_PAIR = 3;
  const PLURAL = /(?<=[a-z]{3})(?<![su])s$/;
  // What words of one stem differ in, in this order: spelling, plural, tense, ending, and the last letters. A stem begins like all of
  // its forms. The endings are those of the Snowball stemmers for English, German, and French that leave a long stem; a few words that
  // only look alike are apart, as "general" and "generate" there.
  const STEMMING = [
    [/^(universit|organ(?=i[sz][aei])|import(?=an)|(?:digit|gener|termin)(?=als?$)).+/, "$1i"], // not universe, organ, import, terminate
    [/(?<=[a-z]{2})our/, "or"], // behaviour
    [/(?<=[a-z]{3})ie[sd]$/, "y"],
    [/(?<=[a-z]{5}[^i])ons$|(?<=[a-z]{5})ez$/, "e"], // travaillons, travaillez
    [/(?<=x|ch|sh|ss)es$/, ""],
    [/(?<=[a-z]{2}[^su])s$/, ""],
    [/(?<=[a-z]{3}t)re$/, "er"], // centre
    [/(?<=[aeiouy])([b-df-hj-np-rtv-z])\1(?:ed|ing)$/, "$1"], // planned
    [/(?<=[aeiouy][a-z]*[^aeio])(?:ed|ing)$/, ""],
    [/ificat(?:e|ion)$/, "ify"],
    [/(?<=st)rat(?:e|ion|or)$/, ""], // registration, administer
    [/(?<=[a-z]{2}at)or$/, "e"],
    [/(?<=(?:con|di|in|re)ver)sion$/, "t"],
    [/(?<=scri)(?:be?|ption)$|(?<=(?:exte|expa|suspe)n)(?:d|sion)$|(?<=duc)(?:e|tion)$/, ""],
    [/(?<=[a-z]{4})(?:ify|i[sz](?:e|ation)?|ar(?:y|ian)|ian|ity|(?<!p)ly)$|(?<=[a-z]{5})(?:ate?|ation|al|ment|a(?:nce|nt|ble)|e[mn]|ung(?:en)?|(?<!m)er)$|(?<=[a-z]{4}[st])ion$/, ""],
    [/(?<=[a-z]{4}[dt])et$|(?<=[a-z]{6})ent$|(?<=[a-z]{4}(?:[bfghkmp]|ier)|[a-z]{3}(?:ll|hl|nn|rr|ss)|(?:con|di|in|re)ver)t$/, ""], // verwaltet, travaillent, verkauft
    [/(?<=[a-z]{3})e$/, ""],
    [/(?<=[a-z]{3}n)[cs]$/, ""], // license, licence
    [/([lm])\1$/, "$1"], // enroll, programme
    [/(?<=[a-z]{2})y$/, "i"],
  ];
  // What doesn't follow these rules, numbers in words and digits, and languages and countries in the languages of entries.
  const IRREGULAR = `
    person people|child children|man men|woman women|leave left
    begin began begun|bring brought|build built|buy bought|catch caught|choose chose chosen|come came|draw drew drawn|drive drove driven|fall fell fallen
    find found|forget forgot forgotten|freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown|hide hid hidden
    hold held|keep kept|know knew known|lend lent|lose lost|make made|mean meant|meet met|pay paid|ride rode|rise rose risen|run ran
    say said|see saw seen|sell sold|send sent|show shown|speak spoke spoken|spend spent|steal stole stolen|take took taken|teach taught
    tell told|think thought|wear wore worn|win won|write wrote written
    two 2 zwei deux|three 3 drei trois|four 4 vier quatre|five 5 fünf cinq|six 6 sechs|seven 7 sieben sept|eight 8 acht huit
    nine 9 neun neuf|ten 10 zehn dix|twelve 12 zwölf douze
    english englisch englische anglais anglaise|german deutsch deutsche allemand allemande|french französisch französische français française
    italian italienisch italienische|spanish spanisch spanische espagnol espagnole|dutch niederländisch niederländische néerlandais
    germany deutschland allemagne|austria österreich autriche|switzerland schweiz schweizer suisse swiss|france frankreich|italy italien italie
    spain spanien espagne|belgium belgien belgique|netherlands niederlande|europe europa`;

  /** The words of a text by which a word of a query is found: pairs in scripts without spaces. */
  function textTerms(word) {
    const runs = word.match(RUNS) ?? [];
    const dense = runs.filter((run) => IS_DENSE.test(run));
    const others = dense.length ? runs.filter((run) => !IS_DENSE.test(run)) : [word];
    return [...dense.flatMap(pairsOf), ...others].map((term) => term.slice(0, MOST_LETTERS));
  }

  function pairsOf(run) {
    const letters = [...run];
    const pairs = letters.slice(1).map((letter, at) => letters[at] + letter);
    return pairs.length ? pairs : letters;
  }

  /** How two neighboring words are looked up; empty if one of them is too short to say much. */
  function pairOf(word, next) {
    const singular = (each) => each.slice(0, MOST_LETTERS).replace(PLURAL, "");
    return Math.min(word.length, next.length) < SHORTEST_OF_PAIR ? "" : ` ${singular(word)} ${singular(next)}`;
  }

  /** What the forms of a word have in common: approve, approved, approval. Only their first letters are the same as its own. */
  const stemOf = (word) => (/^[a-z]{3,}$/.test(word) ? STEMMING.reduce((stem, [ending, other]) => stem.replace(ending, other), word) : word);

  /** The first letters of a word that its forms have too: cop for copy and copied. */
  function rootOf(word) {
    const stem = stemOf(word).replace(/(?<=..)i$/, "");
    const different = [...stem].findIndex((letter, at) => letter !== word[at]);
    return different < 0 ? stem : stem.slice(0, different);
  }

  const byStem = new Map();
  for (const group of IRREGULAR.trim().split(/[|\n]/)) {
    const forms = catalogNames.latin(group).trim().split(" ");
    forms.forEach((form) => byStem.set(stemOf(form), forms));
  }

  /** The other forms of a word, if they are irregular: people for person, 2 for two. */
  const otherForms = (word) => (byStem.get(stemOf(word)) ?? []).filter((form) => form !== word);

  Object.assign(catalogFinder, { IS_DENSE, otherForms, pairOf, rootOf, stemOf, textTerms });
})();
