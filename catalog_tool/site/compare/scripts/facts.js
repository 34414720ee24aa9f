// What the finder's index does not hold of a partner: fetched for those that are compared.

(() => {
  const FOLDER = new URL("../compare-facts/", document.currentScript.src);
  const FOLLOWED = ["https:", "mailto:"];
  const fetched = new Map();

  /**
   * Contact, website and test of one partner.
   *
   * @param partner as the index has it
   * @param position of the partner in the catalog
   * @param inAFile partners that one file is about
   * @returns a promise of the facts; null where they cannot be had
   */
  async function of(partner, position, inAFile) {
    const number = Math.floor(position / inAFile);
    if (!fetched.has(number)) {
      fetched.set(number, fetchFile(number));
    }
    await fetched.get(number);
    const listed = globalThis.catalogCompareFacts?.[number] ?? [];
    const facts = listed.find(([id]) => id === partner.id);
    if (!facts) {
      return null;
    }
    const [, contact, website, testedOn, testedBy] = facts;
    return { contact: followed(contact), website: followed(website), testedOn, testedBy };
  }

  // As a script: from a folder on disk nothing else may be read.
  function fetchFile(number) {
    return new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = new URL(`${number}.js`, FOLDER).href;
      script.addEventListener("load", resolve);
      script.addEventListener("error", resolve);
      document.head.append(script);
    });
  }

  // The checks let no other address into the catalog; nor does this page follow one.
  function followed(address) {
    return URL.canParse(address) && FOLLOWED.includes(new URL(address).protocol) ? address : "";
  }

  globalThis.catalogCompare.facts = { of };
})();
