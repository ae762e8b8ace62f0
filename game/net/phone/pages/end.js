// The end: points and medal together, guessing what drove the others, and then everybody's motive.

import { Icon, Medal } from "../art.js";
import { app, askToDecline, busy, choose, command, decline, go, nextGame } from "../app.js";
import { ofKind } from "../game.js";
import { Card, Choices, Disc, Heading, Line, Plain, Radio, Title } from "../parts.js";
import { h } from "../draw.js";
import { count, t } from "../words.js";
import { FridayLines } from "./result.js";
import { TalkCard } from "./talk.js";

const Score = () => {
  const { view } = app;
  return h(
    Card,
    { class: "score" },
    view.medal === "none"
      ? h("img", { src: "/assets/parts/lolly-melted.svg", alt: "", class: "melted" })
      : h(Medal, { medal: view.medal }),
    h(
      "div",
      null,
      h("p", { class: "medal-name" }, t(`medal.${view.medal}`)),
      h("p", null, count("score.points", view.points)),
      view.medal === "none" && h("p", { class: "soft" }, t("score.kind")),
    ),
  );
};

const LastFriday = () => app.friday && h(Card, null, h(Heading, null, t("friday.last")), h(FridayLines));

export function Guessing() {
  const { sheet, view, seat, page } = app;
  const own = seat === null ? [] : (view.guesses[sheet.seats.indexOf(seat)] ?? []);
  const others = sheet.seats.filter((one) => one !== seat);
  const entries = ofKind(app, "guess");
  const left = others.filter((one) => entries.some((entry) => entry.command.seat === one && !entry.refusal));
  const declining = Boolean(page.declining) && left.length > 0;
  const open = declining ? null : left.includes(page.other) ? page.other : left[0];
  const all = others.every((one) => own[sheet.seats.indexOf(one)]);
  return h(
    "main",
    { class: "guessing" },
    h(Title, null, t("guess.title")),
    h("p", { class: "soft" }, seat === null || entries.length === 0 ? t("guess.watch") : t("guess.text")),
    h(Score),
    seat !== null &&
      others.map((one) => {
        const said = own[sheet.seats.indexOf(one)];
        if (one === open) return h(Guess, { one, entries, key: one });
        return h(
          "section",
          { class: "card guess", key: one },
          h(Disc, { icon: sheet.departments[one].icon }),
          h(
            "span",
            { class: "grow" },
            h("strong", null, sheet.departments[one].name),
            h("span", { class: "soft" }, said ? sheet.personal_motives[said] : t(left.includes(one) ? "guess.later" : "guess.not")),
          ),
          said
            ? h("span", { class: "tick" }, h(Icon, { name: "check", size: 20 }))
            : left.includes(one) &&
                h(
                  "button",
                  {
                    class: "back",
                    type: "button",
                    "aria-label": t("guess.open", { name: sheet.departments[one].name }),
                    onClick: () => choose({ other: one, motive: undefined }),
                  },
                  h(Icon, { name: "chevron-right" }),
                ),
        );
      }),
    seat !== null && left.length > 0 && h("p", { class: "soft centre" }, count("guess.left", left.length)),
    seat !== null &&
      left.length === 0 &&
      entries.length > 0 &&
      view.table.seats[seat] !== "bot" &&
      h(Line, { icon: "check", tone: "good" }, t(all ? "guess.done" : "guess.declined")),
    declining && h(Declining),
    left.length > 0 &&
      !declining &&
      h(Plain, { icon: "player-skip-forward", class: "wide", onClick: () => askToDecline(true) }, t("guess.decline")),
    h(LastFriday),
  );
}

const Declining = () =>
  h(
    "section",
    { class: "card", "aria-labelledby": "opened" },
    h("h2", { id: "opened", tabIndex: -1 }, t("guess.decline.title")),
    h("p", null, t("guess.decline.text")),
    h(
      "div",
      { class: "two" },
      h(Plain, { onClick: () => askToDecline(false) }, t("guess.decline.no")),
      h(Plain, { class: "ink", onClick: decline }, t("guess.decline.yes")),
    ),
  );

function Guess({ one, entries }) {
  const { sheet, page } = app;
  const hers = entries.filter((entry) => entry.command.seat === one && !entry.refusal);
  const picked = hers.find((entry) => entry.command.motive === page.motive) ?? null;
  const name = sheet.departments[one].name;
  return h(
    "section",
    { class: "card guess open" },
    h("div", { class: "row" }, h(Disc, { icon: sheet.departments[one].icon }), h("h2", { id: "opened", tabIndex: -1 }, name)),
    h(
      Choices,
      { legend: h("span", { class: "unseen" }, t("guess.which", { name })) },
      hers.map(({ command: { motive } }) =>
        h(Radio, {
          key: motive,
          name: "motive",
          checked: motive === page.motive,
          onChange: () => choose({ other: one, motive }),
          icon: sheet.motives[motive].icon,
          label: sheet.personal_motives[motive],
        }),
      ),
    ),
    h(
      "button",
      {
        class: "primary",
        type: "button",
        disabled: picked === null || busy(),
        onClick: () => command(picked.command),
      },
      h("span", null, t(busy() ? "page.sending" : "guess.go")),
    ),
  );
}

export function Over() {
  const { sheet, view } = app;
  const order = sheet.seats
    .map((seat, i) => ({ seat, i }))
    .sort((a, b) => view.own_score[b.i] - view.own_score[a.i]);
  return h(
    "main",
    { class: "over" },
    h(Title, null, t("over.title")),
    h(Score),
    h(Heading, null, t("over.drove")),
    h(
      "ul",
      { class: "reveals" },
      order.map(({ seat, i }) =>
        h(
          "li",
          { class: `card reveal${seat === app.seat ? " mine" : ""}`, key: seat },
          h(Reveal, { seat, i }),
        ),
      ),
    ),
    h(TalkCard),
    app.status === "over" && h(Plain, { icon: "player-play", class: "wide ink", onClick: nextGame }, t("over.next")),
    h(Plain, { icon: "menu-2", class: "wide", onClick: () => go({ name: "menu" }) }, t("menu.title")),
  );
}

function Reveal({ seat, i }) {
  const { sheet, view } = app;
  const motive = view.personal_motives[i];
  const said = app.seat === null ? null : view.guesses[sheet.seats.indexOf(app.seat)]?.[i]; // what we guessed
  return [
    h(
      "div",
      { class: "row", key: "who" },
      h(Disc, { icon: sheet.departments[seat].icon }),
      h("strong", { class: "grow" }, sheet.departments[seat].name),
      h("span", { class: "points" }, count("over.own", view.own_score[i])),
    ),
    motive &&
      h(
        "p",
        { class: "line", key: "motive" },
        h(Icon, { name: sheet.motives[motive].icon, size: 22 }),
        h("span", null, sheet.personal_motives[motive]),
      ),
    motive &&
      h(
        Line,
        { key: "met", icon: view.motive_met[i] ? "check" : "minus", tone: view.motive_met[i] ? "good" : "" },
        t(view.motive_met[i] ? "over.met" : "over.missed"),
      ),
    said && h(Line, { key: "guess", icon: "help" }, t(said === motive ? "over.guessed" : "over.thought", { text: sheet.personal_motives[said] })),
    view.colleague[i] && h(Line, { key: "star", icon: "star", tone: "good" }, t("over.colleague")),
  ];
}
