// Listening, preparing, inside, and being done: everything that has no dice.

import { Cubes, Face, Icon } from "../art.js";
import { app, back, choose, command, go } from "../app.js";
import { best, hours, ofKind } from "../game.js";
import { Card, Choices, Confirm, Header, Radio } from "../parts.js";
import { h } from "../draw.js";
import { count, t } from "../words.js";
import { MORE } from "./shell.js";

const ICONS = {
  hold_back: "hand-stop",
  research: "zoom-question",
  proposition: "gift",
  reference_work: "book",
  measure: "ruler-measure",
};
const ABOUT = { talk: "audience", hold_back: "audience", proposition: "audience", convince: "argument" };

export function More() {
  return h(
    "main",
    { class: "more" },
    h(Header, { title: t("verb.more"), onBack: back }),
    h(
      "ul",
      { class: "tools" },
      MORE.map((verb) => {
        const entry = best(ofKind(app, verb));
        const shut = entry === null || Boolean(entry.refusal);
        return h(
          "li",
          { key: verb },
          h(
            "button",
            {
              class: `tool${shut ? " shut" : ""}`,
              type: "button",
              onClick: () => go({ name: "verb", verb }),
            },
            h(Icon, { name: ICONS[verb], size: 30 }),
            h(
              "span",
              { class: "grow" },
              h("strong", null, t(`verb.${verb}`)),
              shut
                ? h(
                    "span",
                    { class: "reason" },
                    h(Icon, { name: "lock", size: 18 }),
                    h(
                      "span",
                      null,
                      entry === null ? t("verbs.not_yet") : whyNot(ofKind(app, verb)),
                    ),
                  )
                : h("span", { class: "soft" }, t(`does.${verb}`)),
            ),
          ),
        );
      }),
    ),
  );
}

// Why a verb is shut for whoever one may choose: what is said of one person is not what holds for all.
function whyNot(entries) {
  const { message } = best(entries);
  if (entries.every((one) => one.message === message)) return message ?? t("refused.now");
  return t(entries.every((one) => one.refusal === "attention_full") ? "verbs.all_full" : "verbs.nobody");
}

export function Verb() {
  const { page } = app;
  const { verb } = page;
  const entries = ofKind(app, verb);
  const about = ABOUT[verb];
  const entry = about
    ? (entries.find((one) => one.command[about] === page[about]) ?? null)
    : (entries[0] ?? null);
  return h(
    "main",
    { class: "verb" },
    h(Header, { title: t(`verb.${verb}`), onBack: back }),
    h("p", null, t(`does.${verb}`)),
    verb === "convince" &&
      h("p", { class: "soft" }, t("inside.will", { n: app.view.will, stories: app.view.stories })),
    verb === "practise" &&
      h("p", { class: "soft" }, t("inside.know_how", { n: app.view.know_how, will: app.view.will })),
    verb === "pass" &&
      hours(app) > 0 &&
      h(Card, { class: "warn" }, h("p", { class: "strong" }, count("pass.unused", hours(app)))),
    about === "audience" && h(Persons, { entries, verb }),
    about === "argument" && h(Arguments, { entries }),
    entry?.message &&
      about !== "audience" &&
      h("p", { class: "reason" }, h(Icon, { name: "lock", size: 20 }), h("span", null, entry.message)),
    entries.length === 0 &&
      h("p", { class: "reason" }, h(Icon, { name: "lock", size: 20 }), h("span", null, t("verbs.not_yet"))),
    h(
      Confirm,
      { entry, onClick: () => command(entry.command) },
      entry === null && about ? t(`pick.${about}`) : t(`do.${verb}`),
    ),
  );
}

function Persons({ entries, verb }) {
  const { page, sheet, view } = app;
  return h(
    Choices,
    { legend: t("play.who") },
    entries.map((one) => {
      const { audience } = one.command;
      const who = sheet.audiences[audience];
      const label = h(
        "span",
        { class: "who" },
        h(Face, { audience: who, size: 44 }),
        h(
          "span",
          { class: "grow" },
          h("strong", null, who.name),
          h("span", { class: one.refusal ? "reason" : "soft" }, one.message ?? who.role),
        ),
      );
      const note =
        verb === "talk"
          ? view.handshake[audience] && h(Icon, { name: "heart-handshake" })
          : h(Cubes, { left: view.attention[audience], most: who.attention, size: 12 });
      return h(Radio, {
        key: audience,
        name: "audience",
        checked: audience === page.audience,
        disabled: Boolean(one.refusal),
        onChange: () => choose({ audience }),
        label,
        note,
      });
    }),
  );
}

// What an argument would do; one that lifts will no further still counts as a talk (rule 5.1).
function does(argument) {
  const limit = app.sheet.convince_limit;
  if (argument !== "success_story" && app.view.will >= limit) return t("argument.spent", { n: app.view.will });
  return t(`argument.${argument}.does`, { limit });
}

function Arguments({ entries }) {
  const { page } = app;
  return h(
    Choices,
    { legend: t("convince.which") },
    entries.map((one) => {
      const { argument } = one.command;
      const label = h(
        "span",
        null,
        h("strong", null, t(`argument.${argument}`)),
        h(
          "span",
          { class: one.refusal ? "reason" : "soft" },
          one.message ?? does(argument),
        ),
      );
      return h(Radio, {
        key: argument,
        name: "argument",
        checked: argument === page.argument,
        disabled: Boolean(one.refusal),
        onChange: () => choose({ argument }),
        label,
      });
    }),
  );
}
