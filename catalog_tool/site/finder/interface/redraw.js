// Draws an answer over the one before. Elements that stay the same are kept, because most keys change
// a few words of an answer, and new elements cost a browser more than all other work for a key.

(() => {
  const finderView = globalThis.catalogFinderView;

  // Their listeners belong to the answer that they were made for.
  const ACTING = ["BUTTON", "DETAILS"];

  /* Make `nodes` the children of an element. */
  function redraw(place, nodes) {
    const old = [...place.childNodes];
    nodes.forEach((node, at) => (at < old.length ? change(old[at], node) : place.append(node)));
    old.slice(nodes.length).forEach((each) => each.remove());
  }

  function change(old, node) {
    const isText = old.nodeType === Node.TEXT_NODE && node.nodeType === Node.TEXT_NODE;
    if (isText && old.data !== node.data) {
      old.data = node.data; // a text that is set is laid out again, also if it is the same
    } else if (!isText && isSame(old, node)) {
      redraw(old, [...node.childNodes]);
    } else if (!isText) {
      old.replaceWith(node);
    }
  }

  /* Whether two elements differ only in their content. */
  function isSame(old, node) {
    return (
      old.nodeName === node.nodeName &&
      !ACTING.includes(node.nodeName) &&
      old.attributes.length === node.attributes.length &&
      [...node.attributes].every(({ name, value }) => old.getAttribute(name) === value)
    );
  }

  Object.assign(finderView, { redraw });
})();
