// My talk this week: a note to take away. It stays on this phone; nobody else sees it.

import { app, back } from "../app.js";
import { Face } from "../art.js";
import { keep, recall } from "../keep.js";
import { Card, Header, Heading } from "../parts.js";
import { h } from "../draw.js";
import { t } from "../words.js";

const LONGEST = 120;
const IN_A_LINE = 28; // letters that surely fit on a small phone

// The field grows with its text: it goes home as a picture of the screen.
const rowsOf = (text = "") =>
  text.split("\n").reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / IN_A_LINE)), 0);

const field = (name) => {
  const note = recall("talk", { whom: "", about: "", when: "" });
  return [
    h("div", { class: "label", key: `${name}-label` }, h("label", { for: name }, t(`talk.${name}`))),
    h("textarea", {
      id: name,
      key: name,
      rows: rowsOf(note[name]),
      maxLength: LONGEST,
      value: note[name] ?? "",
      placeholder: t(`talk.${name}.example`),
      autocomplete: "off",
      onInput: ({ target }) => {
        target.rows = rowsOf(target.value);
        keep("talk", { ...recall("talk", note), [name]: target.value });
      },
    }),
  ];
};

export const TalkCard = ({ titled = true }) =>
  h(
    Card,
    { class: "talk" },
    titled && h(Heading, null, t("talk.title")),
    h("p", { class: "soft" }, t("talk.text")),
    field("whom"),
    field("about"),
    field("when"),
    h("p", { class: "soft" }, t("talk.kept")),
  );

export function Talk() {
  const audiences = Object.values(app.sheet.audiences);
  return h(
    "main",
    { class: "about" },
    h(Header, { title: t("talk.title"), onBack: back }),
    h(
      "div",
      { class: "faces-row", "aria-hidden": "true" },
      audiences.map((one) => h(Face, { audience: one, size: 48, key: one.slot })),
    ),
    h(TalkCard, { titled: false }),
  );
}
