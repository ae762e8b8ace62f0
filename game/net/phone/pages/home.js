// My department: what the week brings, the people, the tools.

import { Cubes, Face, Icon } from "../art.js";
import { app, go, secondsLeft } from "../app.js";
import { best, department, hasPassed, hours, isAway, playedBy, stillWorking, toolEntries } from "../game.js";
import { Card, DepthMark, Disc, Heading, Line, Steps, Title } from "../parts.js";
import { h } from "../draw.js";
import { count, t } from "../words.js";
import { Choice, EventCard, Why } from "./moment.js";

export function Home() {
  const { view } = app;
  if (!view.table.started) return h(Lobby);
  return h(
    "main",
    { class: "home" },
    h(WeekBar),
    view.part === "setup" && h(Why),
    view.part === "monday" && h(Choice),
    view.part === "work" && h(Work),
    view.part === "friday" && h(Line, { icon: "calendar-event" }, t("unfold.friday")),
    view.part !== "work" && h(People),
    h(News),
  );
}

function Lobby() {
  const { sheet, seat, view } = app;
  return h(
    "main",
    { class: "lobby" },
    h(Title, null, t("lobby.title")),
    h("p", { class: "soft" }, t("lobby.text")),
    h(Card, null, h(Heading, null, sheet.organisation.name), h("p", null, sheet.organisation.goal)),
    h(
      Card,
      null,
      h(Heading, null, t("lobby.people")),
      h(
        "ul",
        { class: "people-list" },
        sheet.seats.map((one) =>
          h(
            "li",
            { key: one },
            h(Disc, { icon: sheet.departments[one].icon, size: 36 }),
            h(
              "span",
              { class: "grow" },
              h("strong", null, sheet.departments[one].name),
              h("bdi", { class: "soft" }, here(one)),
            ),
          ),
        ),
      ),
    ),
    seat !== null && h(Goal),
    seat !== null && h(Card, null, h(Line, { icon: "fingerprint" }, t("lobby.secret"))),
    h("button", { class: "link", type: "button", onClick: () => go({ name: "seats" }) }, t("lobby.other")),
  );
}

function here(seat) {
  const people = app.view.members.filter((one) => one.seat === seat).map((one) => one.name);
  if (people.length) return people.join(", ");
  return t(playedBy(app, seat));
}

function WeekBar() {
  const { view, sheet, seat } = app;
  const left = view.part === "work" ? secondsLeft() : null;
  return h(
    "div",
    { class: "weekbar" },
    h(
      "p",
      { class: "pill" },
      h("span", { class: "unseen" }, `${department(app)?.name ?? ""} `),
      h(Title, null, view.week ? t("week.now", { n: view.week, of: sheet.weeks }) : t("week.start")),
      h("span", null, t(`part.${view.part}`)),
      left !== null &&
        h(
          "span",
          { class: "clock" },
          h(Icon, { name: "hourglass", size: 20 }),
          h("span", { role: "timer" }, clockText(left)),
        ),
    ),
    seat !== null &&
      view.you?.personal_motive &&
      h(
        "button",
        { class: "plain", type: "button", onClick: () => go({ name: "secret" }) },
        h(Icon, { name: "fingerprint" }),
        h("span", null, t("secret.short")),
      ),
    left === 0 && h("p", { class: "up", role: "status" }, t("clock.up")),
  );
}

const clockText = (left) => `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;

export const Goal = () =>
  h(
    Card,
    { class: "goal" },
    h("p", { class: "soft" }, t("kpi.title")),
    h("p", { class: "strong" }, department(app).kpi.text),
  );

function Work() {
  const { seat, view } = app;
  return [
    h(Status),
    view.card && h(EventCard),
    seat !== null && h(Goal),
    h(People),
    seat !== null && !hasPassed(app) && h(Tools),
  ];
}

function Status() {
  const { seat, view, sheet } = app;
  const name = (one) => sheet.departments[one].label;
  if (seat !== null && hasPassed(app)) {
    const busy = stillWorking(app);
    return h(
      Card,
      { class: "calm" },
      h(Line, { icon: "check", tone: "good" }, t("work.done")),
      busy.length > 0 && [
        h("p", { class: "soft", key: "still" }, t("work.still")),
        h(
          "ul",
          { class: "still", key: "list" },
          busy.map((one) =>
            h(
              "li",
              { key: one },
              h(Disc, { icon: sheet.departments[one].icon, size: 36 }),
              h(
                "span",
                null,
                h("strong", null, name(one)),
                h("span", { class: "soft" }, isAway(app, one) ? t("seats.away") : hoursOf(one)),
              ),
            ),
          ),
        ),
      ],
    );
  }
  if (view.order === "round" && view.turn !== null && view.turn !== seat)
    return h(Line, { icon: "hourglass" }, t("work.turn", { seat: name(view.turn) }));
  return null;
}

const hoursOf = (seat) => count("amount.hours", hours(app, seat));

function People() {
  const { sheet, view } = app;
  return h(
    "section",
    { "aria-label": t("people.title") },
    h(Heading, { hint: t("people.hint") }, t("people.title")),
    h(
      "div",
      { class: "people-row", tabIndex: -1 },
      Object.entries(sheet.audiences).map(([id, one]) =>
        h(
          "button",
          {
            class: "person",
            type: "button",
            key: id,
            onClick: () => go({ name: "person", audience: id }),
            "aria-label": t("people.label", {
              name: one.name,
              role: one.role,
              n: view.attention[id],
              of: one.attention,
            }),
          },
          h(Face, { audience: one, size: 54 }),
          h("strong", null, one.name),
          h(Cubes, { left: view.attention[id], most: one.attention, size: 12 }),
        ),
      ),
    ),
  );
}

function Tools() {
  const { sheet } = app;
  return h(
    "section",
    { "aria-label": t("tools.title") },
    h(Heading, { hint: t("tools.hint") }, t("tools.title")),
    h(
      "ul",
      { class: "tools" },
      department(app).toolbox.map((id) => h("li", { key: id }, h(Tool, { id, tool: sheet.mechanisms[id] }))),
    ),
  );
}

// Refusals that are the same for every tool: they are said once, above.
const NOT_ITS_FAULT = ["not_your_turn", "passed", "not_now", "not_started"];

function Tool({ id, tool }) {
  const entry = best(toolEntries(app, id));
  const shut = entry === null || Boolean(entry.refusal);
  const reason = shut && !NOT_ITS_FAULT.includes(entry?.refusal);
  return h(
    "button",
    {
      class: `tool${shut ? " shut" : ""}`,
      type: "button",
      onClick: () => go({ name: "play", mechanism: id }),
    },
    h(Steps, { level: tool.level }),
    h(
      "span",
      { class: "grow" },
      h("strong", null, tool.name),
      reason
        ? h(
            "span",
            { class: "reason" },
            h(Icon, { name: "lock", size: 18 }),
            h("span", null, entry?.message ?? t("refused.now")),
          )
        : h(
            "span",
            { class: "costs" },
            h(
              "span",
              { "aria-hidden": "true", class: "amount" },
              h(Icon, { name: "clock-hour-4", size: 20 }),
              tool.hours,
            ),
            h(
              "span",
              { "aria-hidden": "true", class: "amount" },
              h(Cubes, { left: 1, most: 1, size: 18 }),
              tool.attention,
            ),
            h(
              "span",
              { "aria-hidden": "true", class: "amount" },
              h(Icon, { name: "dice-5", size: 20 }),
              `${tool.reach}×${tool.difficulty}+`,
            ),
            h(
              "span",
              { class: "unseen" },
              t("tools.words", {
                from: t(`level.${tool.level}`),
                to: t(`level.${tool.level + 1}`),
                hours: tool.hours,
                attention: tool.attention,
                n: tool.reach,
                difficulty: tool.difficulty,
              }),
            ),
          ),
    ),
    h(DepthMark, { depth: tool.depth }),
  );
}

function News() {
  const told = app.news.slice(0, 6);
  if (!told.length) return null;
  return h(
    "section",
    { "aria-label": t("news.title") },
    h(Heading, null, t("news.title")),
    h(
      "div",
      { class: "news", "aria-live": "polite", "aria-relevant": "additions" },
      told.map((one) => h(Line, { icon: one.icon, key: one.n }, one.text)),
    ),
  );
}
