// Draws an answer over the one before. Elements that stay the same are kept, because most keys change
// a few words of an answer, and new elements cost a browser more than all other work for a key.

(() => {
  const finderView = globalThis.catalogFinderView;

  // Their listeners belong to the answer that they were made for.
  const ACTING = ["BUTTON", "DETAILS"];

  /* Make `nodes` the children of an element. */
  function redraw(place, nodes) {
    const old = [...place.childNodes];
    nodes.forEach((node, at) => (old[at] ? change(old[at], node) : place.append(node)));
    old.slice(nodes.length).forEach((each) => each.remove());
  }

  function change(old, node) {
    if (isSame(old, node)) {
      redraw(old, [...node.childNodes]);
    } else if (old.data === undefined || old.data !== node.data) { // only texts have data
      old.replaceWith(node);
    }
  }

  /* Whether two elements differ only in their content. */
  const isSame = (old, node) =>
    node.attributes &&
    old.nodeName === node.nodeName &&
    !ACTING.includes(node.nodeName) &&
    old.attributes.length === node.attributes.length &&
    [...node.attributes].every(({ name, value }) => old.getAttribute(name) === value);

  Object.assign(finderView, { redraw });
})();
