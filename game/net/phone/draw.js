// `h` describes a piece of the page, `render` changes the document until it is so. What stays alike keeps its element,
// so that focus, scrolling and half-typed words survive a new view. Texts are only ever set as text.

const OWN = Symbol("what was drawn");
const LIVE = ["value", "checked"]; // people change these too: the element itself knows best

export const h = (type, props, ...children) => ({ type, props: props ?? {}, children });

export function render(piece, root) {
  children(root, flat(piece, ""));
}

// Pieces as elements and texts, each with a name that tells whether it is the same one as before.
function flat(piece, name) {
  if (piece === null || piece === undefined || typeof piece === "boolean") return [];
  if (Array.isArray(piece)) return piece.flatMap((one) => flat(one, name));
  if (typeof piece !== "object") return [{ name, text: String(piece) }];
  const { type, props, children: inner } = piece;
  const own = `${name}/${typeof type === "string" ? type : type.name}#${props.key ?? ""}`;
  if (typeof type === "function") return flat(type({ ...props, children: inner.length ? inner : undefined }), own);
  return [{ name: own, type, props, inner }];
}

function children(parent, wanted) {
  const before = new Map();
  for (const node of parent.childNodes) {
    const { name } = node[OWN];
    before.set(name, [...(before.get(name) ?? []), node]);
  }
  const nodes = wanted.map((one) => before.get(one.name)?.shift() ?? made(one));
  for (const left of before.values()) left.forEach((node) => node.remove());
  nodes.forEach((node, place) => {
    // Only what is out of place moves: an element that moves loses the focus.
    if (parent.childNodes[place] !== node) parent.insertBefore(node, parent.childNodes[place] ?? null);
    same(node, wanted[place]);
  });
}

function made({ name, type, text }) {
  const node = text === undefined ? document.createElement(type) : document.createTextNode(text);
  node[OWN] = { name, props: {} };
  return node;
}

function same(node, { props, inner, text }) {
  if (text !== undefined) {
    if (node.data !== text) node.data = text;
    return;
  }
  const old = node[OWN].props;
  node[OWN].props = props;
  for (const name of new Set([...Object.keys(old), ...Object.keys(props)])) {
    if (name !== "key" && (LIVE.includes(name) || old[name] !== props[name])) set(node, name, old[name], props[name]);
  }
  children(node, flat(inner, ""));
}

function set(node, name, old, value) {
  if (name.startsWith("on")) {
    node.handleEvent = heard;
    node.addEventListener(name.slice(2).toLowerCase(), node); // one element listens once, however often it is told
  } else if (name === "style") {
    for (const key of Object.keys(old ?? {})) if (!(key in (value ?? {}))) node.style[key] = "";
    Object.assign(node.style, value);
  } else if (LIVE.includes(name)) {
    const wanted = value ?? (name === "checked" ? false : "");
    if (node[name] !== wanted) node[name] = wanted;
  } else if (value === undefined || value === null || (value === false && !name.includes("-"))) {
    node.removeAttribute(name);
  } else {
    node.setAttribute(name, value === true && !name.includes("-") ? "" : value);
  }
}

function heard(event) {
  const { props } = this[OWN];
  const name = Object.keys(props).find((one) => one.toLowerCase() === `on${event.type}`);
  if (name) props[name](event);
}
