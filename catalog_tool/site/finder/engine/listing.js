// Answers in their order, each made when it is looked at: of ten thousand a page shows eight.

(() => {
  class Listing {
    /**
     * @param {Array} members what is listed
     * @param {function} answer makes the answer of a member
     */
    constructor(members, answer) {
      this.members = members;
      this.answer = answer;
    }

    get length() {
      return this.members.length;
    }

    /** Some of the answers, as Array.slice counts them; all of them without an argument. */
    slice(start, end) {
      return this.members.slice(start, end).map((member) => this.answer(member));
    }

    toJSON() {
      return this.slice();
    }
  }

  Object.assign(catalogFinder, { Listing });
})();
