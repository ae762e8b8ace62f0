// My talk this week: a note to take away. It stays on this phone; nobody else sees it.

import { app, back } from "../app.js";
import { Face } from "../art.js";
import { keep, recall } from "../keep.js";
import { Card, Header, Heading } from "../parts.js";
import { h } from "../draw.js";
import { t } from "../words.js";

const LONGEST = 120;

const field = (name) => {
  const note = recall("talk", { whom: "", about: "" });
  return [
    h("div", { class: "label", key: `${name}-label` }, h("label", { for: name }, t(`talk.${name}`))),
    h("input", {
      id: name,
      key: name,
      type: "text",
      maxLength: LONGEST,
      value: note[name],
      placeholder: t(`talk.${name}.example`),
      autocomplete: "off",
      onInput: (event) => keep("talk", { ...recall("talk", note), [name]: event.target.value }),
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
