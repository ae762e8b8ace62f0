// Icons, faces, tokens, cubes, dice: drawings of the game. All are decoration here: words stand beside them.

import { h } from "./vendor/preact.js";
import { tokens } from "./theme.js";

const safe = (name) => (/^[a-z0-9-]+$/.test(name ?? "") ? name : "help");

function mask(url, size) {
  const image = `url("${url}")`;
  return h("span", {
    class: "icon",
    "aria-hidden": "true",
    style: { maskImage: image, webkitMaskImage: image, width: `${size}px`, height: `${size}px` },
  });
}

export const Icon = ({ name, size = 24 }) => mask(`/assets/icons/${safe(name)}.svg`, size);

export const Depth = ({ depth, size = 30 }) => mask(`/assets/parts/depth-${safe(depth)}.svg`, size);

const drawn = (file, size, className) =>
  h("img", { src: `/assets/parts/${file}.svg`, alt: "", width: size, height: size, class: className });

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

// Faces are drawn in the colours of the first audience: each gets its own (look guide, "portraits").
const faces = new Map();
let redraw = () => {};

export function whenDrawn(call) {
  redraw = call;
}

async function paint(name, slot) {
  const answer = await fetch(`/assets/parts/portrait-${name}.svg`);
  let text = await answer.text();
  const [first, own] = [tokens.audiences[0], tokens.audiences[slot]];
  for (const key of ["colour", "tint", "light", "dark"]) text = text.replaceAll(first[key], own[key]);
  faces.set(`${name} ${slot}`, `data:image/svg+xml,${encodeURIComponent(text)}`);
  redraw();
}

export function Face({ audience, size = 56 }) {
  const { portrait, slot } = audience;
  const key = `${safe(portrait)} ${slot}`;
  if (!faces.has(key)) {
    faces.set(key, null);
    paint(safe(portrait), slot).catch(() => faces.delete(key));
  }
  const style = { width: `${size}px`, height: `${size}px`, borderColor: tokens.audiences[slot].colour };
  const source = faces.get(key);
  return h("span", { class: "face", style, "aria-hidden": "true" }, source && h("img", { src: source, alt: "" }));
}

export const Level = ({ level, size = 30 }) =>
  h(
    "span",
    {
      class: "level",
      "aria-hidden": "true",
      style: {
        width: `${size}px`,
        height: `${size}px`,
        backgroundColor: `var(--level-${level})`,
        color: `var(--on-level-${level})`,
      },
    },
    h(Icon, { name: tokens.levels[level].icon, size: size * 0.6 }),
  );
