// Reads applications and partners from the columns of catalog_tool/site/finder/index.py.

(() => {
  const { slug } = catalogNames;
  // The last digit of a number, then those before.
  const LETTERS = "abcdefghijklmnopqrstuvwxyz012345ABCDEFGHIJKLMNOPQRSTUVWXYZ6789-_";
  const BASE = LETTERS.length / 2;
  const DIGITS = new Uint8Array(128);
  [...LETTERS].forEach((letter, digit) => (DIGITS[letter.charCodeAt(0)] = digit));

  /** Ascending numbers from the differences between them. */
  function readPositions(differences) {
    const positions = [];
    let [position, difference] = [0, 0];
    for (let at = 0; at < differences.length; at += 1) {
      const digit = DIGITS[differences.charCodeAt(at)];
      difference = difference * BASE + (digit % BASE);
      if (digit < BASE) {
        positions.push((position += difference));
        difference = 0;
      }
    }
    return positions;
  }

  /** The lines of a column. */
  const linesOf = (column) => column.split("\n");

  /** The words of a column, each of which begins with how many letters of the one before it shares: A for none. */
  function wordsOfColumn(column) {
    let word = "";
    return new Set(column.split(/(?=[A-Z])/).map((next) => (word = word.slice(0, next.charCodeAt(0) - 65) + next.slice(1))));
  }

  function readApplications(data) {
    const names = linesOf(data.names);
    const [vendors, categories, aliases] = [data.vendors, data.categoryOf, data.aliases].map(linesOf);
    const count = data.names ? names.length : 0;
    return names.slice(0, count).map((name, at) => ({
      name,
      slug: at < data.listed ? (data.slugs[at] ?? slug(name)) : "",
      category: categories[at] ? data.categories[Number(categories[at])][0] : "",
      vendor: vendors[at],
      aliases: aliases[at] ? aliases[at].split("\t") : [],
      partners: [],
    }));
  }

  function readPartners(data) {
    const names = data.partners ? linesOf(data.partners) : [];
    const [lists, states] = [data.lists, data.states].map(linesOf);
    const stated = new Map(); // many partners state the same combination
    return names.map((name, at) => {
      if (!stated.has(states[at])) {
        stated.set(states[at], readStates(new Set(readPositions(states[at])), data.fields));
      }
      const applications = readPositions(lists[at]);
      const own = { id: data.ids[at] ?? slug(name), name, full_list: data.fullLists[at] ?? "" };
      const products = data.products[at] ?? [];
      const host = data.hosts[at] ?? "";
      const aliases = [...products, ...(data.formerNames[at] ?? []), ...(host ? [host] : [])];
      return { ...own, host, products, aliases, applications, stated: stated.get(states[at]) };
    });
  }

  function readStates(positions, fields) {
    let position = 0;
    const isStated = () => positions.has(position++);
    return Object.fromEntries(
      fields.map(({ key, values }) => [key, values.map(([value]) => value).filter(isStated)]),
    );
  }

  Object.assign(catalogFinder, { linesOf, readApplications, readPartners, readPositions, wordsOfColumn });
})();
