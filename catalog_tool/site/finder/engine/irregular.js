// Forms of words that don't follow the rules of `stemOf`, and numbers in words and digits.

(() => {
  const { stemOf } = catalogFinder;
  const FORMS = `
    person people|child children|man men|woman women|leave left
    begin began begun|bring brought|build built|buy bought|catch caught|choose chose chosen|come came|draw drew drawn|drive drove driven|fall fell fallen
    find found|forget forgot forgotten|freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown|hide hid hidden
    hold held|keep kept|know knew known|lend lent|lose lost|make made|mean meant|meet met|pay paid|ride rode|rise rose risen|run ran
    say said|see saw seen|sell sold|send sent|show shown|speak spoke spoken|spend spent|steal stole stolen|take took taken|teach taught
    tell told|think thought|wear wore worn|win won|write wrote written
    two 2 zwei deux|three 3 drei trois|four 4 vier quatre|five 5 fünf cinq|six 6 sechs|seven 7 sieben sept|eight 8 acht huit
    nine 9 neun neuf|ten 10 zehn dix|twelve 12 zwölf douze`;
  const byStem = new Map();
  for (const group of FORMS.trim().split(/[|\n]/)) {
    const forms = catalogNames.latin(group).trim().split(" ");
    forms.forEach((form) => byStem.set(stemOf(form), forms));
  }

  /** The other forms of a word, if they are irregular: people for person, 2 for two. */
  const otherForms = (word) => (byStem.get(stemOf(word)) ?? []).filter((form) => form !== word);

  Object.assign(catalogFinder, { otherForms });
})();
