// The pieces that pages are made of.

import { Cubes, Depth, Die, Icon, Level, rem } from "./art.js";
import { busy } from "./app.js";
import { count, number, t } from "./words.js";
import { h } from "./draw.js";

export const Title = ({ children, id = "title" }) => h("h1", { id, tabIndex: -1 }, children);

export const Card = ({ children, class: name = "", ...rest }) =>
  h("section", { class: `card ${name}`, ...rest }, children);

export const Heading = ({ children, hint }) =>
  h("div", { class: "heading" }, h("h2", null, children), hint && h("span", { class: "soft" }, hint));

// The one ink button of a page, in reach of the thumb.
export const Primary = ({ children, disabled = false, onClick, aside }) =>
  h(
    "div",
    { class: "dock" },
    h("button", { class: "primary", type: "button", disabled, onClick }, h("span", null, children), aside),
  );

export const Plain = ({ children, icon, onClick, class: name = "", ...rest }) =>
  h(
    "button",
    { class: `plain ${name}`, type: "button", onClick, ...rest },
    icon && h(Icon, { name: icon }),
    h("span", null, children),
  );

export const Header = ({ title, under, onBack }) =>
  h(
    "header",
    { class: "header" },
    onBack &&
      h(
        "button",
        { class: "back", type: "button", onClick: onBack, "aria-label": t("page.back") },
        h(Icon, { name: "chevron-left", size: 28 }),
      ),
    h("div", { class: "grow" }, h(Title, null, title), under),
  );

export const Line = ({ icon, children, tone = "" }) =>
  h("p", { class: `line ${tone}` }, h(Icon, { name: icon, size: 22 }), h("span", null, children));

export const Disc = ({ icon, size = 44 }) =>
  h(
    "span",
    { class: "disc", style: { width: rem(size), height: rem(size) } },
    h(Icon, { name: icon, size: size * 0.58 }),
  );

export const Hours = ({ left, of }) =>
  h(
    "span",
    { class: "dots", "aria-hidden": "true" },
    Array.from({ length: Math.max(of, left) }, (_, i) => h("span", { class: i < left ? "dot" : "dot used" })),
  );

// Hours and attention, with words for whoever does not see the drawings.
function Price({ hours, attention }) {
  const words = [count("price.hours", hours)];
  if (attention) words.push(t("price.attention", { n: attention }));
  return h(
    "span",
    { class: "price" },
    h("span", { "aria-hidden": "true", class: "amount" }, h(Icon, { name: "clock-hour-4", size: 22 }), hours),
    attention > 0 &&
      h(
        "span",
        { "aria-hidden": "true", class: "amount" },
        h(Cubes, { left: 1, most: 1, size: 22 }),
        attention,
      ),
    h("span", { class: "unseen" }, words.join(", ")),
  );
}

// A choice of one: real radio buttons, as large as a thumb.
export const Radio = ({ name, checked, onChange, icon, label, note, disabled = false }) =>
  h(
    "label",
    { class: `radio${checked ? " on" : ""}${disabled ? " off" : ""}` },
    h("input", { type: "radio", name, checked, disabled, onChange }),
    h("span", { class: "knob", "aria-hidden": "true" }),
    icon && h(Icon, { name: icon }),
    h("span", { class: "grow" }, label),
    note && h("span", { class: "note" }, note),
  );

export const Choices = ({ legend, children }) =>
  h("fieldset", { class: "choices" }, h("legend", null, legend), children);

// The three gates in their order (rule 3.2): what is open, what is shut and why, what was not asked.
const GATES = ["relevance", "will", "feasibility"];
const LAMPS = { true: ["open", "check"], false: ["shut", "x"], null: ["unasked", "minus"] };

export function Lights({ lights, message }) {
  return h(
    Card,
    { class: "gates" },
    h("h2", { class: "unseen" }, t("gates.title")),
    h(
      "ol",
      { class: "lights" },
      GATES.map((gate, i) => {
        const [state, icon] = LAMPS[lights[i]];
        return h(
          "li",
          { class: state },
          h("span", { class: "lamp" }, h(Icon, { name: icon, size: 22 })),
          h("strong", null, t(`gate.${gate}`)),
          h("span", { class: "soft" }, t(`light.${state}`)),
        );
      }),
    ),
    message && h("p", { class: "reason" }, h(Icon, { name: "lock", size: 20 }), h("span", null, message)),
  );
}

// How it would be rolled, for each case that is still possible: most favourable first, as it came.
export const Odds = ({ odds, sheet, children }) =>
  h(
    Card,
    { class: "odds" },
    h(Heading, { hint: odds.length === 1 ? count("odds.dice", odds[0].dice) : null }, t("odds.title")),
    odds.map((one) => h(Chance, { one, sheet, alone: odds.length === 1, key: one.audience ?? one.case })),
    children,
  );

function Chance({ one, sheet, alone }) {
  const label = one.audience ? sheet.audiences[one.audience].name : t(`case.${one.case}`);
  const average = number((one.dice * (7 - one.difficulty)) / 6);
  const words = t("odds.words", { label, n: one.dice, difficulty: one.difficulty, average });
  return h(
    "div",
    { class: "chance" },
    h("p", { class: "unseen" }, words),
    h(
      "div",
      { "aria-hidden": "true", class: "chance-row" },
      h("strong", null, label),
      h("span", { class: "chip" }, `${one.dice} × ${one.difficulty}+`),
    ),
    h(
      "div",
      { "aria-hidden": "true", class: `faces${alone ? " large" : ""}` },
      [1, 2, 3, 4, 5, 6].map((face) =>
        h(
          "span",
          { class: face >= one.difficulty ? "win" : "miss" },
          h(Die, { face, hit: face >= one.difficulty, size: alone ? 40 : 26 }),
        ),
      ),
      !alone && h("span", { class: "soft average" }, t("odds.average", { n: average, of: one.dice })),
    ),
    alone &&
      h(
        "p",
        { "aria-hidden": "true", class: "strong" },
        t("odds.average_long", { n: average, of: one.dice }),
      ),
  );
}

export const Steps = ({ level }) =>
  h(
    "span",
    { class: "steps", "aria-hidden": "true" },
    h(Level, { level }),
    h(Icon, { name: "arrow-narrow-right", size: 18 }),
    h(Level, { level: level + 1 }),
  );

export const DepthMark = ({ depth }) =>
  h("span", { class: "depth" }, h(Depth, { depth }), h("span", { class: "unseen" }, t(`depth.${depth}`)));

export const Confirm = ({ children, entry, onClick }) =>
  h(
    Primary,
    {
      disabled: busy() || entry === null || Boolean(entry.refusal),
      onClick,
      aside: entry && entry.price.hours + entry.price.attention > 0 && h(Price, entry.price),
    },
    busy() ? t("page.sending") : children,
  );
