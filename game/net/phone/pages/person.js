// One of the people: what is known of them, and where the groups like them stand.

import { Cubes, Face, Icon, Level, Token } from "../art.js";
import { app, back, go } from "../app.js";
import { best, ofKind, tokensOn } from "../game.js";
import { Card, Header, Heading, Plain } from "../parts.js";
import { h } from "../draw.js";
import { count, t } from "../words.js";

const CHANNELS = {
  online: "world",
  face_to_face: "users",
  press: "news",
  phone: "phone",
  post: "mailbox",
  email: "mail",
};

export function Person() {
  const { page, sheet, view } = app;
  const id = page.audience;
  const one = sheet.audiences[id];
  const closed = (channel) => view.closed.includes(channel);
  return h(
    "main",
    { class: "about" },
    h(Header, { title: one.name, onBack: back, under: h("p", { class: "soft" }, one.role) }),
    h("div", { class: "portrait" }, h(Face, { audience: one, size: 96 }), h("p", null, one.line)),
    h(
      Card,
      null,
      h(
        Heading,
        { hint: t("people.attention", { n: view.attention[id], of: one.attention }) },
        t("person.attention"),
      ),
      h(Cubes, { left: view.attention[id], most: one.attention, size: 28 }),
      h("p", { class: "soft" }, t("person.refill", { n: one.refill })),
      h(
        "ul",
        { class: "chips" },
        one.channels.map((channel) =>
          h(
            "li",
            { class: closed(channel) ? "chip off" : "chip", key: channel },
            h(Icon, { name: CHANNELS[channel], size: 20 }),
            closed(channel)
              ? t("person.closed", { channel: t(`channel.${channel}`) })
              : t(`channel.${channel}`),
          ),
        ),
      ),
    ),
    h(Motives, { id }),
    h(Levels, { id, slot: one.slot }),
    app.seat !== null && view.part === "work" && ofKind(app, "talk").length > 0 && h(Talk, { id }),
  );
}

function Talk({ id }) {
  const entry = best(ofKind(app, "talk").filter((one) => one.command.audience === id));
  return h(
    Plain,
    {
      icon: "message-circle",
      class: "wide",
      onClick: () => go({ name: "verb", verb: "talk", audience: entry?.refusal ? undefined : id }),
    },
    t("person.talk"),
  );
}

function Motives({ id }) {
  const { sheet, view } = app;
  const row = (motive, note, tone) =>
    h(
      "li",
      { key: `${motive}${note}`, class: `motive-row ${tone}` },
      h(Icon, { name: sheet.motives[motive].icon }),
      h("span", { class: "grow" }, sheet.motives[motive].name),
      h("span", { class: "note" }, note),
    );
  const hidden = (note) =>
    h(
      "li",
      { class: "motive-row unknown", key: note },
      h(Icon, { name: "help" }),
      h("span", { class: "grow" }, t("person.hidden")),
      h("span", { class: "note" }, note),
    );
  const [main, side] = view.motives[id];
  const candidates = view.research
    ? (view.candidates?.[id] ?? []).filter(
        (one) => one !== main && one !== side && !view.not_hers[id].includes(one),
      )
    : [];
  return h(
    Card,
    null,
    h(Heading, null, t("person.motives")),
    h(
      "ul",
      { class: "motives" },
      main ? row(main, t("message.main"), "known") : hidden(t("message.main")),
      side ? row(side, t("message.side"), "known") : hidden(t("message.side")),
      view.not_hers[id].map((one) => row(one, t("message.not_hers"), "off")),
      (main && side ? [] : candidates).map((one) => row(one, t("message.candidate"), "")),
    ),
    h(
      "ul",
      { class: "marks" },
      [
        ["handshake", "heart-handshake"],
        ["convinced", "flame"],
        ["proposition", "gift"],
      ].map(
        ([mark, icon]) =>
          view[mark][id] &&
          h("li", { key: mark }, h(Icon, { name: icon }), h("span", null, t(`person.${mark}`))),
      ),
      !view.handshake[id] &&
        h(
          "li",
          { class: "soft" },
          h(Icon, { name: "heart-handshake" }),
          h("span", null, t("person.no_handshake")),
        ),
    ),
  );
}

function Levels({ id, slot }) {
  return h(
    Card,
    null,
    h(Heading, null, t("person.levels")),
    h(
      "ol",
      { class: "levels" },
      [5, 4, 3, 2, 1, 0].map((level) => {
        const [loose, firm] = tokensOn(app, id, level);
        return h(
          "li",
          { key: level },
          h(Level, { level, size: 34 }),
          h("span", { class: "grow" }, t(`level.${level}`)),
          firm > 0 &&
            h(
              "span",
              { class: "tokens" },
              h(Token, { slot, bond: "firm" }),
              h("span", { "aria-hidden": "true" }, `×${firm}`),
              h("span", { class: "unseen" }, count(level ? "tokens.firm" : "tokens.all", firm)),
            ),
          loose > 0 &&
            h(
              "span",
              { class: "tokens" },
              h(Token, { slot, bond: "loose" }),
              h("span", { "aria-hidden": "true" }, `×${loose}`),
              h("span", { class: "unseen" }, count("tokens.loose", loose)),
            ),
          firm + loose === 0 &&
            h(
              "span",
              { class: "soft" },
              h("span", { "aria-hidden": "true" }, "–"),
              h("span", { class: "unseen" }, t("tokens.none")),
            ),
        );
      }),
    ),
    h("p", { class: "soft" }, t("person.bonds")),
  );
}
