// A list of answers that creates each one on demand, because a page shows 8 of 10,000.

(() => {
  class Listing {
    /**
     * @param {Array} members members of the list
     * @param {function} answer returns the answer for a member
     */
    constructor(members, answer) {
      this.members = members;
      this.answer = answer;
      this.answers = new Map();
    }

    get length() {
      return this.members.length;
    }

    /** Some of the answers, like Array.slice; all answers without arguments. */
    slice(start, end) {
      return this.members.slice(start, end).map((member) => this.answerFor(member));
    }

    /* Made once, because a page asks several times for the first ones. */
    answerFor(member) {
      this.answers.has(member) || this.answers.set(member, this.answer(member));
      return this.answers.get(member);
    }

    toJSON() {
      return this.slice();
    }
  }

  /** With the highest values first, otherwise in their order. Many have the same value, so sorting thousands isn't needed. */
  function highestFirst(every, valueOf) {
    const byValue = new Map();
    for (const each of every) {
      const value = valueOf(each);
      const known = byValue.get(value);
      known ? known.push(each) : byValue.set(value, [each]);
    }
    const values = [...byValue.keys()].sort((one, other) => other - one);
    return values.flatMap((value) => byValue.get(value));
  }

  Object.assign(catalogFinder, { Listing, highestFirst });
})();
