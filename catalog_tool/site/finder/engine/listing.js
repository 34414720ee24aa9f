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
    }

    get length() {
      return this.members.length;
    }

    /** Some of the answers, like Array.slice; all answers without arguments. */
    slice(start, end) {
      return this.members.slice(start, end).map((member) => this.answer(member));
    }

    toJSON() {
      return this.slice();
    }
  }

  Object.assign(catalogFinder, { Listing });
})();
