// What came of a play, and what Friday did: shown until somebody goes on.

import { Die, Icon, Token } from "../art.js";
import { app, nextBeat } from "../app.js";
import { Card, Header, Line, Primary, Title } from "../parts.js";
import { friday, levelName, line } from "../telling.js";
import { h } from "../draw.js";
import { count, t } from "../words.js";

export function Result() {
  const [beat] = app.beats;
  const { sheet } = app;
  return h(
    "main",
    { class: "result" },
    h(Header, { title: sheet.mechanisms[beat.plays[0].played.mechanism].name }),
    beat.plays.map((one, i) => h(One, { one, sheet, key: i })),
    h(Primary, { onClick: nextBeat }, t("result.next")),
  );
}

function One({ one: { played, dice, after }, sheet }) {
  const audience = sheet.audiences[played.audience];
  const hits = dice.rolls.map((face) => face >= dice.difficulty);
  const many = dice.rolls.length > 3;
  const told = after.map((fact) => line(sheet, fact)).filter((found) => found !== null);
  return h(
    Card,
    { class: "rolled" },
    h("p", { class: "soft centre" }, t("result.for", { name: audience.name, difficulty: dice.difficulty })),
    h(
      "ul",
      { class: "dice" },
      dice.rolls.map((face, i) =>
        h(
          "li",
          { key: i, class: hits[i] ? "hit" : "" },
          h(Die, { face, hit: hits[i], size: many ? 52 : 68 }),
          h("span", { class: "unseen" }, String(face)),
          h(
            "span",
            { class: "verdict" },
            h(Icon, { name: hits[i] ? "arrow-up" : "minus", size: 18 }),
            h("span", { class: many ? "unseen" : "" }, t(hits[i] ? "result.up" : "result.stays")),
          ),
        ),
      ),
    ),
    h(
      "p",
      { class: "sum" },
      dice.lifted
        ? count("result.rise", dice.lifted, { of: dice.rolls.length, level: levelName(dice.level + 1) })
        : t("result.none"),
    ),
    dice.lifted > 0 &&
      h(
        "p",
        { class: "line" },
        h(Token, { slot: audience.slot, bond: dice.bond, size: 28 }),
        h("span", null, t(`result.${dice.bond}`)),
      ),
    played.coherent && h(Line, { icon: "users", tone: "good" }, t("result.coherent")),
    played.mixed && h(Line, { icon: "alert-triangle", tone: "bad" }, t("result.mixed")),
    told.map((found, i) => h(Line, { icon: found.icon, key: i }, found.text)),
  );
}

export const FridayLines = () =>
  friday(app.sheet, app.friday.facts).map((one, i) =>
    h(Line, { icon: one.icon, tone: one.bad ? "bad" : one.good ? "good" : "", key: i }, one.text),
  );

export function Friday() {
  const { view, beats, friday: newest } = app;
  return h(
    "main",
    { class: "friday" },
    h(Title, null, t("friday.title", { n: newest.week })),
    h(Card, null, h(FridayLines)),
    h(Primary, { onClick: nextBeat }, beats.length > 1 ? t("result.next") : t("friday.next", { n: view.week })),
  );
}
