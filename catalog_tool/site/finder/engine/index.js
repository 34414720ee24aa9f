// Reads the index of a catalog from the columns of catalog_tool/site/finder/index.py.

(() => {
  const { SOURCE, SearchTexts, queryWords } = catalogFinder;
  const { slug } = catalogNames;

  /**
   * A catalog as the finder searches it. Positions are those of `applications` and `partners`.
   *
   * - `applications`: {name, slug, category, vendor, aliases, partners: [positions]}, in the order
   *   of the catalog; `unlisted`: the same for applications that no partner lists.
   * - `partners`: {id, name, applications: [positions], interfaces: [ids], directions: [ids],
   *   full_list: address of its full list, or "", products, aliases: products and former names}.
   * - `categories`, `interfaces`, `directions`: name by id; `named.category`, `named.interface`, and
   *   `named.direction` have the same as [id, name] pairs, in order.
   * - `fillers`: words of questions; `kinds`: words for any application.
   */
  class FinderIndex {
    constructor(data) {
      this.named = { category: data.categories, interface: data.interfaces, direction: data.directions };
      this.categories = Object.fromEntries(data.categories);
      this.interfaces = Object.fromEntries(data.interfaces);
      this.directions = Object.fromEntries(data.directions);
      this.descriptions = lines(data.descriptions);
      this.fillers = new Set(data.fillers.split(" "));
      this.kinds = new Set(data.kinds.split(" "));
      const applications = readApplications(data);
      this.applications = applications.slice(0, data.listed);
      this.unlisted = applications.slice(data.listed);
      this.partners = readPartners(data);
      this.partners.forEach(({ applications: positions }, partner) => {
        positions.forEach((position) => this.applications[position].partners.push(partner));
      });
    }

    /** Number of the first owner that is an unlisted application. */
    get firstUnlisted() {
      return this.applications.length;
    }

    /** Number of the first owner that is a partner. */
    get firstPartner() {
      return this.applications.length + this.unlisted.length;
    }

    /** Whether an owner has a page. An unlisted application has none. */
    isListed(owner) {
      return owner < this.firstUnlisted || owner >= this.firstPartner;
    }

    /** All owners of texts: applications, unlisted applications, partners. */
    get owners() {
      this.everyOwner ??= [...this.applications, ...this.unlisted, ...this.partners];
      return this.everyOwner;
    }

    /** Numbers of the partners with generic interfaces. */
    get generic() {
      this.genericPartners ??= this.numbersOfPartners(({ interfaces }) => interfaces.length);
      return this.genericPartners;
    }

    /** Numbers of the partners with a longer list elsewhere. */
    get longer() {
      this.partnersOfLonger ??= this.numbersOfPartners(({ full_list: url }) => url);
      return this.partnersOfLonger;
    }

    numbersOfPartners(isMeant) {
      return this.partners.flatMap((partner, number) => (isMeant(partner) ? [number] : []));
    }

    /** Words of the names of interfaces. */
    get interfaceWords() {
      this.wordsOfInterfaces ??= new Set(Object.values(this.interfaces).flatMap(queryWords));
      return this.wordsOfInterfaces;
    }

    /** Words of the names of directions. */
    get directionWords() {
      this.wordsOfDirections ??= new Set(Object.values(this.directions).flatMap(queryWords));
      return this.wordsOfDirections;
    }

    /** Names of interfaces and directions that no partner states, by their joined words. */
    get unstated() {
      this.unstatedNames ??= this.collectUnstated();
      return this.unstatedNames;
    }

    collectUnstated() {
      const stated = new Set(this.partners.flatMap((each) => [...each.interfaces, ...each.directions]));
      const every = [...this.named.interface, ...this.named.direction];
      const unstated = every.filter(([id]) => !stated.has(id));
      return new Map(unstated.map(([, name]) => [queryWords(name).join(""), name]));
    }

    /** The texts that find owners, in order of preference. */
    get texts() {
      const texts = () => [...ownTexts(this), ...sharedTexts(this)];
      this.searchTexts ??= new SearchTexts(texts(), descriptions(this), this.owners.length);
      return this.searchTexts;
    }

    /** The filters for results. */
    get facets() {
      this.facetFilter ??= new catalogFinder.FacetFilter(this);
      return this.facetFilter;
    }
  }

  const lines = (column) => column.split("\n");

  function readApplications(data) {
    const names = lines(data.names);
    const [vendors, categories, aliases] = [data.vendors, data.categoryOf, data.aliases].map(lines);
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
    const names = data.partners ? lines(data.partners) : [];
    const [lists, states] = [data.lists, data.states].map(lines);
    const bits = [...data.interfaces, ...data.directions].map(([id]) => id);
    const stated = new Map(); // many partners state the same combination
    return names.map((name, at) => {
      if (!stated.has(states[at])) {
        stated.set(states[at], readStates(Number(states[at]), bits, data.interfaces.length));
      }
      const applications = readPositions(lists[at]);
      const own = { id: data.ids[at] ?? slug(name), name, full_list: data.fullLists[at] ?? "" };
      const products = data.products[at] ?? [];
      const aliases = [...products, ...(data.formerNames[at] ?? [])];
      return { ...own, products, aliases, applications, ...stated.get(states[at]) };
    });
  }

  function readPositions(differences) {
    let position = 0;
    return differences ? differences.split(",").map((each) => (position += Number(each))) : [];
  }

  function readStates(state, bits, interfaceCount) {
    const isSet = (_, bit) => Math.floor(state / 2 ** bit) % 2 === 1;
    return {
      interfaces: bits.slice(0, interfaceCount).filter(isSet),
      directions: bits.slice(interfaceCount).filter((id, bit) => isSet(id, bit + interfaceCount)),
    };
  }

  function ownTexts({ owners }) {
    return owners.flatMap(({ name, aliases = [] }, owner) => [
      { text: name, source: SOURCE.NAME, owners: [owner] },
      ...aliases.map((alias) => ({ text: alias, source: SOURCE.ALIAS, owners: [owner] })),
    ]);
  }

  function sharedTexts({ owners, firstPartner, categories, interfaces, directions }) {
    const applications = owners.slice(0, firstPartner).map((application, owner) => [application, owner]);
    const partners = owners.slice(firstPartner).map((partner, at) => [partner, firstPartner + at]);
    return [
      ...groupByText(SOURCE.VENDOR, applications.map(([{ vendor }, owner]) => [vendor, owner])),
      ...groupByText(SOURCE.CATEGORY, applications.map(([{ category }, owner]) => [categories[category] ?? "", owner])),
      ...groupByText(
        SOURCE.INTERFACE,
        partners.flatMap(([partner, owner]) => partner.interfaces.map((id) => [interfaces[id], owner])),
      ),
      ...groupByText(
        SOURCE.DIRECTION,
        partners.flatMap(([partner, owner]) => partner.directions.map((id) => [directions[id], owner])),
      ),
    ];
  }

  function descriptions({ owners, firstPartner, named, descriptions: texts }) {
    const owned = new Map(named.category.map(([id]) => [id, []]));
    owners.slice(0, firstPartner).forEach(({ category }, owner) => owned.get(category)?.push(owner));
    return named.category.map(([id, name], at) => {
      return { text: `${name}: ${texts[at]}`, source: SOURCE.DESCRIPTION, owners: owned.get(id) };
    });
  }

  function groupByText(source, pairs) {
    const byText = new Map();
    for (const [text, owner] of pairs) {
      const known = byText.get(text);
      known ? known.push(owner) : byText.set(text, [owner]);
    }
    return [...byText].map(([text, owners]) => ({ text, source, owners }));
  }

  /** Read the data of `assets/finder-index.js`. */
  function load(data) {
    return new FinderIndex(data);
  }

  Object.assign(catalogFinder, { load });
})();
