// Playing a mechanism: for whom, with which message, the three lights, the odds, the price.

import { Cubes, Face, Icon, Token } from "../art.js";
import { app, back, choose, command } from "../app.js";
import { best, offered, standing, tokensOn, toolEntries } from "../game.js";
import { Card, Choices, Confirm, DepthMark, Header, Lights, Line, Odds, Radio } from "../parts.js";
import { h } from "../draw.js";
import { count, t } from "../words.js";
import { Wait } from "./wait.js";

export function Play() {
  const { page, sheet } = app;
  const tool = sheet.mechanisms[page.mechanism];
  if (!tool) return h(Wait);
  const entries = toolEntries(app, page.mechanism);
  const shut = page.audience ? null : everywhere(entries);
  const entry = tool.broadcast ? (entries[0] ?? null) : picked(entries);
  return h(
    "main",
    { class: "play" },
    h(Header, {
      title: tool.name,
      onBack: back,
      under: h(
        "p",
        { class: "soft with-icon" },
        h(DepthMark, { depth: tool.depth }),
        h("span", { "aria-hidden": "true" }, t(`depth.${tool.depth}`)),
      ),
    }),
    h("p", null, tool.text),
    h(
      "p",
      { class: "soft" },
      t("play.steps", {
        from: t(`level.${tool.level}`),
        to: t(`level.${tool.level + 1}`),
        channel: t(`channel.${tool.channel}`),
      }),
    ),
    tool.power &&
      h(
        "p",
        { class: "line" },
        h(Icon, { name: "key", size: 22 }),
        h("span", null, t("play.power", { power: t(`power.${tool.power}`) })),
      ),
    !tool.broadcast &&
      (shut ? h(Lights, { lights: shut.lights, message: shut.message }) : h(Audience, { entries, tool })),
    !tool.broadcast && page.audience && h(Messages, { entries }),
    tool.broadcast && h("p", null, t("play.broadcast")),
    entry && h(Lights, { lights: entry.lights, message: entry.message }),
    entry && entry.odds.length > 0 && h(Odds, { odds: entry.odds, sheet }, h(Bond, { entry })),
    !shut &&
      h(
        Confirm,
        { entry, onClick: () => command(entry.command) },
        t(entry ? (others() ? "play.propose" : "play.go") : page.audience ? "play.pick_message" : "play.pick_person"),
      ),
  );
}

// Whether others at the department are asked for their yes first.
const others = () =>
  app.view.table.approval !== "one" &&
  app.view.members.filter((one) => one.seat === app.seat && !one.away).length > 1;

// Whether what rises would hold (rule 3.4), before anybody rolls.
function Bond({ entry: { bond, command: sent, odds } }) {
  const { sheet, view } = app;
  const audience = sent.audience ?? odds[0].audience;
  return [
    h(
      "p",
      { class: "line bond", key: "bond" },
      h(Token, { slot: sheet.audiences[audience].slot, bond, size: 28 }),
      h("span", { class: "strong" }, t(`lift.${bond}`)),
    ),
    sent.kind === "play" &&
      !view.handshake[audience] &&
      h(Line, { icon: "heart-handshake", tone: "soft", key: "stranger" }, t("person.no_handshake")),
  ];
}

// The refusal that stands in the way whoever it is for, if there is one.
const everywhere = (entries) =>
  entries.length > 0 && entries.every((one) => one.refusal && one.message === entries[0].message)
    ? entries[0]
    : null;

// The command that is chosen; without a message yet, why this person cannot be reached at all.
function picked(entries) {
  const { mechanism, audience, message } = app.page;
  if (!audience) return null;
  if (message) return offered(app, { kind: "play", mechanism, audience, message });
  const hers = entries.filter((one) => one.command.audience === audience);
  const first = best(hers);
  return first?.refusal ? first : null;
}

function Audience({ entries, tool }) {
  const { page, sheet } = app;
  const chosen = page.audience;
  if (chosen) return h(Chosen, { id: chosen, tool });
  return h(
    "section",
    { "aria-label": t("play.who") },
    h("h2", null, t("play.who")),
    h(
      "ul",
      { class: "people-list picks" },
      Object.entries(sheet.audiences).map(([id, one]) => {
        const first = best(entries.filter((entry) => entry.command.audience === id));
        return h(
          "li",
          { key: id },
          h(
            "button",
            {
              class: `pick${first?.refusal ? " shut" : ""}`,
              type: "button",
              onClick: () => pick(id, entries),
            },
            h(Face, { audience: one, size: 48 }),
            h(
              "span",
              { class: "grow" },
              h("strong", null, one.name),
              first?.refusal
                ? h("span", { class: "reason" }, h("span", null, first.message ?? t("refused.now")))
                : h("span", { class: "soft" }, there(id, tool)),
            ),
            h(Cubes, { left: app.view.attention[id], most: one.attention, size: 14 }),
          ),
        );
      }),
    ),
  );
}

function pick(audience, entries) {
  const messages = entries.filter((one) => one.command.audience === audience);
  choose({ audience, message: messages.length === 1 ? messages[0].command.message : undefined });
}

const there = (id, tool) => {
  const n = tokensOn(app, id, tool.level).reduce((sum, one) => sum + one, 0);
  return count("play.there", n, { level: t(`level.${tool.level}`) });
};

function Chosen({ id, tool }) {
  const { sheet, view } = app;
  const one = sheet.audiences[id];
  const entry = picked(toolEntries(app, app.page.mechanism));
  return h(
    Card,
    { class: "chosen" },
    h(Face, { audience: one, size: 60 }),
    h(
      "div",
      { class: "grow" },
      h(
        "strong",
        { class: "with-icon" },
        one.name,
        view.handshake[id] && h(Icon, { name: "heart-handshake", size: 22 }),
      ),
      h(Cubes, {
        left: view.attention[id],
        most: one.attention,
        price: entry && !entry.refusal ? entry.price.attention : 0,
        size: 20,
      }),
      h("span", { class: "unseen" }, t("people.attention", { n: view.attention[id], of: one.attention })),
      h("span", { class: "soft" }, there(id, tool)),
    ),
    h(
      "button",
      { class: "swap", type: "button", onClick: () => choose({ audience: undefined, message: undefined }) },
      h(Icon, { name: "arrow-back-up", size: 22 }),
      h("span", null, t("play.swap")),
    ),
  );
}

function Messages({ entries }) {
  const { page, sheet } = app;
  const hers = entries.filter((one) => one.command.audience === page.audience);
  if (!hers.length) return null;
  return h(
    Choices,
    { legend: t("play.message") },
    hers.map(({ command: { message } }) =>
      h(Radio, {
        key: message,
        name: "message",
        checked: message === page.message,
        onChange: () => choose({ message }),
        icon: sheet.motives[message].icon,
        label: sheet.motives[message].name,
        note: t(`message.${standing(app, page.audience, message)}`),
      }),
    ),
  );
}
