// Language, who is here, another department, and going away; and the pages on which nothing goes on.

import { Icon } from "../art.js";
import { app, back, connectAgain, go, leave, takeSeat, unfolding } from "../app.js";
import { department, playedBy } from "../game.js";
import { Card, Disc, Header, Heading, Plain, Primary, Title } from "../parts.js";
import { h } from "../draw.js";
import { count, t } from "../words.js";
import { Languages } from "./join.js";
import { Goal } from "./home.js";
import { Secret } from "./secret.js";

export function Menu() {
  const { sheet, view, seat } = app;
  const bot = seat !== null && view.table.seats[seat] === "bot";
  const free = seat === null || !view.table.started;
  return h(
    "main",
    { class: "menu" },
    h(Header, { title: t("menu.title"), onBack: back }),
    h(Languages),
    h(Organisation),
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
              h("span", { class: "soft names" }, who(one)),
            ),
          ),
        ),
      ),
      h("p", { class: "soft" }, onlookers()),
    ),
    bot && h(Plain, { icon: "user-check", class: "wide", onClick: () => takeSeat(seat) }, t("bot.take")),
    free &&
      h(Plain, { icon: "users", class: "wide", onClick: () => go({ name: "seats" }) }, t("lobby.other")),
    h(Plain, { icon: "message-circle", class: "wide", onClick: () => go({ name: "talk" }) }, t("talk.title")),
    h(Plain, { icon: "logout", class: "wide", onClick: () => go({ name: "leave" }) }, t("leave.title")),
  );
}

function Organisation() {
  const { sheet, view } = app;
  return h(
    Card,
    null,
    h(Heading, null, sheet.organisation.name),
    view.our_why && h("p", null, t("menu.why", { sentence: sheet.sentences[view.our_why] })),
    !unfolding() && h(
      "p",
      { class: "soft" },
      t("menu.tracks", { will: view.will, know_how: view.know_how, stories: view.stories }),
    ),
  );
}

function who(seat) {
  const people = app.view.members.filter((one) => one.seat === seat);
  if (!people.length) return t(playedBy(app, seat));
  return people.map((one, i) => [
    i ? ", " : "",
    h("bdi", null, one.name),
    one.away ? ` (${t("seats.away")})` : "",
  ]);
}

function onlookers() {
  const n = app.view.members.filter((one) => one.seat === null).length;
  return n ? count("menu.onlookers", n) : null;
}

export const Leave = () =>
  h(
    "main",
    { class: "about" },
    h(Header, { title: t("leave.title"), onBack: back }),
    h("p", null, t("leave.text")),
    h(Plain, { icon: "logout", class: "wide danger", onClick: leave }, t("leave.yes")),
    h(Primary, { onClick: back }, t("leave.no")),
  );

export const SecretPage = () =>
  h("main", { class: "about" }, h(Header, { title: department(app).name, onBack: back }), h(Goal), h(Secret));

export function Gone() {
  const { reason, message } = app.reason;
  const again = reason === "replaced";
  return h(
    "main",
    { class: "wait" },
    h(Icon, { name: again ? "device-mobile" : "door", size: 72 }),
    h(Title, null, t(again ? "gone.replaced" : "gone.out")),
    h("p", { role: "alert" }, message),
    again && h(Primary, { onClick: connectAgain }, t("gone.here")),
    reason === "kicked" && h(Primary, { onClick: leave }, t("gone.join")),
  );
}
