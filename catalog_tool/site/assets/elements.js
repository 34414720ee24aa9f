// Makes elements. Text is always inserted as text.

/* catalogElement("a", { href, class: "x", hidden: false }, "text", child). Leaves out false and null. */
globalThis.catalogElement = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, value === true ? "" : value);
    }
  }
  made.append(...children.flat().filter((child) => child !== "" && child !== null));
  return made;
};

globalThis.catalogButton = (attributes, action, ...children) => {
  const made = catalogElement("button", { type: "button", ...attributes }, ...children);
  made.addEventListener("click", action);
  return made;
};
