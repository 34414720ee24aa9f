// Draws an answer over the one before. Elements that stay the same are kept, because most keys change
// a few words of an answer, and new elements cost a browser more than all other work for a key.

(() => {
  const finderView = globalThis.catalogFinderView;

  // Their listeners belong to the answer that they were made for.
  const ACTING = ["BUTTON", "DETAILS"];

  /* Make `nodes` the children of an element. If `last` is in one of them, what follows it stays as it was. */
  function redraw(place, nodes, last = null) {
    const old = [...place.childNodes];
    for (const [at, node] of nodes.entries()) {
      const isLast = node.contains(last);
      old[at] ? change(old[at], node, last) : place.append(node);
      if (isLast) {
        return;
      }
    }
    old.slice(nodes.length).forEach((each) => each.remove());
  }

  function change(old, node, last) {
    if (isSame(old, node)) {
      redraw(old, [...node.childNodes], last);
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

  /* Call `act` in the frame after the one that shows what is drawn now. Returns a function that prevents it. */
  function afterPaint(act) {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(act);
    });
    return () => cancelAnimationFrame(frame);
  }

  Object.assign(finderView, { afterPaint, redraw });
})();
