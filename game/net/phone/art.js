// Icons, faces, tokens, cubes, dice: drawings of the game. All are decoration here: words stand beside them.

import { h } from "./draw.js";
import { colours, tokens } from "./theme.js";

const safe = (name) => (/^[a-z0-9-]+$/.test(name ?? "") ? name : "help");

// Sizes are told in pixels of an ordinary screen, and grow with the letters that the reader has chosen.
export const rem = (size) => `${size / 16}rem`;
const square = (size) => ({ width: rem(size), height: rem(size) });

function mask(url, size) {
  const image = `url("${url}")`;
  return h("span", {
    class: "icon",
    "aria-hidden": "true",
    style: { maskImage: image, webkitMaskImage: image, ...square(size) },
  });
}

export const Icon = ({ name, size = 24 }) => mask(`/assets/icons/${safe(name)}.svg`, size);

// Rings of ink on the panel, in the colours of the theme.
export const Depth = ({ depth, size = 30 }) => {
  const { ink, panel } = colours();
  const first = tokens.themes.light;
  const source = recoloured(`depth-${safe(depth)}`, [
    [first.ink, ink],
    ["#FFFFFF", panel],
  ]);
  return h("img", { src: source ?? undefined, alt: "", style: square(size) });
};

const drawn = (file, size, className) =>
  h("img", { src: `/assets/parts/${file}.svg`, alt: "", style: square(size), class: className });

export const Die = ({ face, hit, size = 48 }) => drawn(`die-${face}${hit ? "" : "-miss"}`, size, "die");

export const Token = ({ slot, bond, size = 22 }) =>
  drawn(`token-${tokens.audiences[slot].shape}-${bond}`, size, "token");

export const Medal = ({ medal, size = 96 }) => drawn(`medal-${safe(medal)}`, size, "medal");

// Cubes of attention: what is left, what it would cost, what is spent.
export function Cubes({ left, most, price = 0, size = 16 }) {
  const one = (i) => {
    if (i >= left) return "cube-spent";
    return i >= left - price ? "cube-cost" : "cube-full";
  };
  return h(
    "span",
    { class: "cubes", "aria-hidden": "true" },
    Array.from({ length: most }, (_, i) => drawn(one(i), size)),
  );
}

// Drawings that change their colours: by name and new colours, as an address with the picture in it.
const painted = new Map();
let redraw = () => {};

export function whenDrawn(call) {
  redraw = call;
}

function recoloured(file, swaps) {
  const key = JSON.stringify([file, swaps]);
  if (!painted.has(key)) {
    painted.set(key, null);
    paint(key, file, swaps).catch(() => painted.delete(key));
  }
  return painted.get(key);
}

async function paint(key, file, swaps) {
  const answer = await fetch(`/assets/parts/${file}.svg`);
  const text = await answer.text();
  const found = new RegExp(swaps.map(([from]) => from).join("|"), "gi");
  const after = new Map(swaps.map(([from, to]) => [from.toUpperCase(), to]));
  const drawing = text.replace(found, (colour) => after.get(colour.toUpperCase()));
  painted.set(key, `data:image/svg+xml,${encodeURIComponent(drawing)}`);
  redraw();
}

// Faces are drawn in the colours of the first audience: each gets its own (look guide, "portraits").
export function Face({ audience, size = 56 }) {
  const { portrait, slot } = audience;
  const [first, own] = [tokens.audiences[0], tokens.audiences[slot]];
  const swaps = ["colour", "tint", "light", "dark"].map((name) => [first[name], own[name]]);
  const style = { ...square(size), borderColor: tokens.audiences[slot].colour };
  const source = recoloured(`portrait-${safe(portrait)}`, swaps);
  return h(
    "span",
    { class: "face", style, "aria-hidden": "true" },
    source && h("img", { src: source, alt: "" }),
  );
}

export const Level = ({ level, size = 30 }) =>
  h(
    "span",
    {
      class: "level",
      "aria-hidden": "true",
      style: {
        ...square(size),
        backgroundColor: `var(--level-${level})`,
        color: `var(--on-level-${level})`,
      },
    },
    h(Icon, { name: tokens.levels[level].icon, size: size * 0.6 }),
  );
