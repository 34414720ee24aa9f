// What to offer beside an answer, or instead of one: names with the addresses of their pages.

(() => {
  const MOST_NAMES = 5;

  /** The categories of known applications, if a partner lists others in them. */
  function categoriesOf(index, owners) {
    const ids = [...new Set(owners.map((owner) => index.owners[owner].category))];
    const listed = ids.filter((id) => index.applications.some(({ category }) => id && category === id));
    return listed.map((id) => ({ kind: "category", name: index.categories[id], address: `categories/${id}/` }));
  }

  /** An owner as a name to offer, with the address of its page. */
  function nameOf(index, owner) {
    const { name, id, slug, partners } = index.owners[owner];
    if (owner >= index.firstPartner) {
      return { kind: "partner", name, address: `partners/${id}/` };
    }
    return partners.length
      ? { kind: "application", name, address: `applications/${slug}/` }
      : { kind: "unlisted", name, address: "" };
  }

  Object.assign(catalogFinder, { MOST_NAMES, categoriesOf, nameOf });
})();
