// What stands around every page: the stick of the department, news from the line, proposals, the verbs below.

import { answer, app, go, longLost, toast } from "../app.js";
import { Icon } from "../art.js";
import { best, department, hours, ofKind } from "../game.js";
import { Disc, Hours, Plain } from "../parts.js";
import { h } from "../draw.js";
import { count, t } from "../words.js";

const myName = () => app.view.members.find((one) => one.id === app.member)?.name ?? "";

export function Stick() {
  const { seat, sheet, view } = app;
  const own = seat === null ? null : department(app);
  const left = seat === null ? 0 : hours(app);
  return h(
    "header",
    { class: "stick" },
    h(Disc, { icon: own?.icon ?? "eye", size: 48 }),
    h(
      "span",
      { class: "grow" },
      h("strong", null, own ? fitting(own, view.part) : t("watch.title")),
      h("bdi", { class: "name" }, myName()),
    ),
    seat !== null &&
      view.part === "work" &&
      h(
        "span",
        { class: "left" },
        h(Hours, { left, of: sheet.hours }),
        h("strong", null, count("amount.hours", left)),
      ),
    h(
      "button",
      { class: "gear", type: "button", "aria-label": t("menu.title"), onClick: () => go({ name: "menu" }) },
      h(Icon, { name: "menu-2", size: 26 }),
    ),
  );
}

// Beside the hours a small screen has room for the short name only.
const fitting = (own, part) =>
  part === "work" && own.label !== own.name
    ? [
        h("span", { class: "long", key: "long" }, own.name),
        h("span", { class: "short", key: "short" }, own.label),
      ]
    : own.name;

// What everybody must know at once: the line is lost, the game stands still, a computer plays here.
export function Banners() {
  const { status, view, seat } = app;
  const over = view?.part === "over"; // there is no place to keep any more
  const lost = !over && (status === "lost" || (status === "connecting" && view !== null));
  const paused = view?.table.paused;
  return h(
    "div",
    { class: "banners", role: "status" },
    h("span", { class: "unseen" }, h(Icon, { name: "wifi" })), // loaded while there is a line
    lost &&
      h(
        "p",
        { class: "banner", key: "lost" },
        h(Icon, { name: "wifi" }),
        h("span", null, t("line.lost"), longLost() && ` ${t("line.long")}`),
      ),
    typeof paused === "string" &&
      h(
        "p",
        { class: "banner", key: "paused" },
        h(Icon, { name: "player-pause" }),
        h("span", null, t("line.paused"), paused && h("bdi", { class: "why" }, paused)),
      ),
    seat !== null &&
      view?.table.seats[seat] === "bot" &&
      view.part !== "over" &&
      h(
        "p",
        { class: "banner calm", key: "bot" },
        h(Icon, { name: "robot" }),
        h("span", null, t("bot.here")),
      ),
  );
}

export const Toast = () => {
  const told = app.toast;
  return h(
    "div",
    { class: "toasts", role: told?.bad ? "alert" : "status" },
    told &&
      h(
        "p",
        { class: `toast${told.bad ? " bad" : ""}` },
        h(Icon, { name: told.bad ? "alert-triangle" : "info-circle" }),
        h("span", null, told.text),
      ),
  );
};

const nameOf = (id) => app.view.members.find((one) => one.id === id)?.name ?? t("proposal.somebody");

function what(command) {
  const { sheet } = app;
  const tool = sheet.mechanisms[command.mechanism]?.name ?? "";
  if (command.kind === "broadcast") return t("proposal.broadcast", { tool });
  return t("proposal.play", {
    tool,
    name: sheet.audiences[command.audience]?.name ?? "",
    message: sheet.motives[command.message]?.name ?? "",
  });
}

export const Proposals = () =>
  h(
    "div",
    { class: "proposals", "aria-live": "polite" },
    app.proposals.map((one) => h(Proposal, { one, key: one.n })),
  );

function Proposal({ one }) {
  const mine = one.by === app.member;
  return h(
    "section",
    { class: "card proposal", "aria-label": t("proposal.title") },
    h(
      "p",
      { class: "soft" },
      mine ? t("proposal.mine") : h("bdi", null, t("proposal.by", { name: nameOf(one.by) })),
    ),
    h("p", { class: "strong" }, what(one.command)),
    h("p", { class: "soft" }, t("proposal.count", { yes: one.yes, needed: one.needed })),
    mine
      ? h(Plain, { icon: "arrow-back-up", onClick: () => answer(one.n, false) }, t("proposal.withdraw"))
      : !one.answered &&
          h(
            "div",
            { class: "two" },
            h(Plain, { icon: "x", onClick: () => answer(one.n, false) }, t("proposal.say_no")),
            h(
              Plain,
              { icon: "check", class: "ink", onClick: () => answer(one.n, true) },
              t("proposal.say_yes"),
            ),
          ),
  );
}

const VERBS = [
  ["talk", "message-circle"],
  ["convince", "flame"],
  ["practise", "school"],
  ["more", "menu-2"],
  ["pass", "check"],
];
export const MORE = ["hold_back", "research", "proposition", "reference_work", "measure"];

const entriesOf = (verb) => (verb === "more" ? MORE.flatMap((kind) => ofKind(app, kind)) : ofKind(app, verb));

export function Verbs() {
  if (app.seat === null || app.view.part !== "work") return null;
  return h(
    "nav",
    { class: "verbs", "aria-label": t("verbs.title") },
    VERBS.map(([verb, icon]) => {
      const first = best(entriesOf(verb));
      const shut = first === null || Boolean(first.refusal);
      return h(
        "button",
        {
          type: "button",
          key: verb,
          class: `${shut ? "shut" : ""}${verb === "talk" ? " now" : ""}`,
          "aria-disabled": String(shut && verb !== "more"),
          onClick: () => {
            if (first === null && verb !== "more") toast(t("verbs.not_yet"));
            else go({ name: verb === "more" ? "more" : "verb", verb });
          },
        },
        h(Icon, { name: icon, size: 26 }),
        h("span", null, t(`verb.${verb}`)),
      );
    }),
  );
}
