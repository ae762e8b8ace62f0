// The two moments of the chair: the team's why, and what an event asks.

import { Icon } from "../art.js";
import { app, choose, command } from "../app.js";
import { offered, ofKind } from "../game.js";
import { Card, Choices, Confirm, Radio } from "../parts.js";
import { h } from "../draw.js";
import { count, t } from "../words.js";

const chair = () => app.sheet.departments[app.view.chair].name;

// What the chair may choose is in its actions; the others read along.
export function Why() {
  const { sheet, page } = app;
  const mine = ofKind(app, "our_why").filter((one) => !one.refusal);
  const picked = page.sentence ? offered(app, { kind: "our_why", sentence: page.sentence }) : null;
  return h(
    Card,
    { class: "moment" },
    h("h2", null, t("why.title")),
    h("p", null, t("why.text")),
    mine.length
      ? [
          h(
            Choices,
            { legend: t("why.choose"), key: "choices" },
            mine.map(({ command: { sentence } }) =>
              h(Radio, {
                key: sentence,
                name: "sentence",
                checked: sentence === page.sentence,
                onChange: () => choose({ sentence }),
                label: sheet.sentences[sentence],
              }),
            ),
          ),
          h(Confirm, { entry: picked, onClick: () => command(picked.command), key: "confirm" }, t("why.go")),
        ]
      : [
          h(
            "ul",
            { class: "sentences", key: "sentences" },
            Object.entries(sheet.sentences).map(([id, text]) => h("li", { key: id }, text)),
          ),
          h(
            "p",
            { class: "strong", key: "chair" },
            h(Icon, { name: "armchair", size: 22 }),
            " ",
            t("why.chair", { seat: chair() }),
          ),
        ],
  );
}

export function Choice() {
  const { page, view } = app;
  const mine = ofKind(app, "choose");
  const can = mine.some((one) => !one.refusal);
  const picked = page.option ? offered(app, { kind: "choose", option: page.option }) : null;
  if (!view.card) return h(Card, null, h("p", null, t("event.quiet")));
  if (!can) {
    return [
      h(EventCard, { key: "card" }),
      view.card.options.length > 1 &&
        h(
          Card,
          { key: "wait" },
          h(
            "ul",
            { class: "sentences" },
            view.card.options.map((one) =>
              h(
                "li",
                { class: "priced", key: one.label },
                h("span", { class: "grow" }, h(Option, { one })),
                h("span", { class: "note" }, price(one.hours)),
              ),
            ),
          ),
          h(
            "p",
            { class: "strong" },
            h(Icon, { name: "armchair", size: 22 }),
            " ",
            t("event.chair", { seat: chair() }),
          ),
        ),
    ];
  }
  return [
    h(EventCard, { key: "card" }),
    h(
      Card,
      { key: "choice" },
      h(
        Choices,
        { legend: t("event.choose") },
        mine.map((one) => {
          const { option } = one.command;
          const note = price(one.price.hours);
          return h(Radio, {
            key: option,
            name: "option",
            checked: option === page.option,
            disabled: Boolean(one.refusal),
            onChange: () => choose({ option }),
            label: h(Option, { one: view.card.options[Number(option) - 1] }),
            note,
          });
        }),
      ),
      mine
        .filter((one) => one.refusal && one.message)
        .map((one) =>
          h(
            "p",
            { class: "reason", key: one.command.option },
            h(Icon, { name: "lock", size: 20 }),
            h("span", null, one.message),
          ),
        ),
    ),
    h(Confirm, { entry: picked, onClick: () => command(picked.command), key: "confirm" }, t("event.go")),
  ];
}

const price = (hours) => (hours ? count("amount.hours", hours) : t("event.free"));

// What may be chosen, and what it would do.
const Option = ({ one }) => [
  one.label && h("strong", { key: "label" }, one.label),
  one.effects.map((text, i) => h("span", { class: "effect", key: i }, text)),
];

// The event of the week; during work it is a line that opens.
export function EventCard() {
  const { view } = app;
  const { title, text, options } = view.card;
  return h(
    "details",
    { class: "card event", open: view.part === "monday" || undefined, key: `${view.week} ${view.part}` },
    h(
      "summary",
      null,
      h(Icon, { name: "calendar-event", size: 22 }),
      h(
        "span",
        { class: "grow" },
        h("span", { class: "unseen" }, `${t("event.title")}: `),
        h("strong", null, title),
      ),
      h(Icon, { name: "chevron-down", size: 22 }),
    ),
    h("p", null, text),
    view.choice &&
      options.length > 1 &&
      h("p", { class: "soft chosen-option" }, t("event.chosen"), h(Option, { one: options[Number(view.choice) - 1] })),
    options.length === 1 && h("p", null, h(Option, { one: options[0] })),
  );
}
