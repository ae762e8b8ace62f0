// What happened, in short lines: the facts of the protocol in words.

import { count, t } from "./words.js";

const seatName = (sheet, seat) => sheet.departments[seat]?.label ?? "";
const who = (sheet, audience) => sheet.audiences[audience]?.name ?? "";
const motive = (sheet, id) => sheet.motives[id]?.name ?? "";
export const levelName = (level) => t(`level.${level}`);

// A play and all that came of it; other facts stand alone.
export function groups(facts) {
  const out = [];
  let play = null;
  for (const fact of facts) {
    if (fact.kind === "played") {
      play = { played: fact, dice: null, after: [] };
      out.push(play);
    } else if (play !== null && fact.kind === "dice" && fact.purpose === "play") {
      play.dice = fact;
    } else if (play !== null && AFTER.has(fact.kind)) {
      play.after.push(fact);
    } else if (fact.kind !== "paid") {
      play = null;
      out.push({ played: null, fact });
    }
  }
  return out;
}

const AFTER = new Set(["moved", "turned_up", "not_hers", "convinced", "story", "power", "track", "paid"]);

// One line for a fact, or null if there is nothing to tell.
export function line(sheet, fact) {
  const name = () => who(sheet, fact.audience);
  switch (fact.kind) {
    case "our_why":
      return said("flame", t("news.our_why", { sentence: sheet.sentences[fact.sentence] ?? "" }));
    case "talked": {
      const seat = seatName(sheet, fact.seat);
      return fact.audience === null
        ? said("flame", t("news.management", { seat }))
        : said("message-circle", t("news.talked", { seat, name: name() }));
    }
    case "handshake":
      return said("heart-handshake", t("news.handshake", { name: name() }));
    case "convinced":
      return said("flame", t("news.convinced", { name: name() }));
    case "proposition":
      return said("gift", t("news.proposition", { name: name() }));
    case "turned_up":
      return said(
        sheet.motives[fact.motive]?.icon,
        t(`news.turned_up.${fact.place}`, { name: name(), motive: motive(sheet, fact.motive) }),
      );
    case "not_hers":
      return said("x", t("news.not_hers", { name: name(), motive: motive(sheet, fact.motive) }));
    case "redrawn":
      return said("help", t("news.redrawn", { name: name() }));
    case "researched":
      return said("zoom-question", t("news.researched"));
    case "practised":
      return said("school", t("news.practised", { seat: seatName(sheet, fact.seat) }));
    case "reference_work":
      return said("book", t("news.reference_work"));
    case "measure":
      return said("ruler-measure", t("news.measure", { seat: seatName(sheet, fact.seat) }));
    case "track":
      return said(
        fact.track === "will" ? "flame" : "school",
        t(`news.${fact.track}`, { from: fact.from, to: fact.to }),
      );
    case "story":
      return said("book", t(fact.n > 0 ? "news.story" : "news.story_used"));
    case "power":
      return said(
        "key",
        t(fact.n < 0 ? "news.power_given" : "news.power_gained", { power: t(`power.${fact.power}`) }),
      );
    case "attention":
      if (fact.cause === "refill") return null;
      return said(
        "snowflake",
        t(fact.n < 0 ? "news.attention_lost" : "news.attention_gained", {
          name: name(),
          n: Math.abs(fact.n),
        }),
      );
    case "hours":
      return said("clock-hour-4", t("news.hours", { seat: seatName(sheet, fact.seat), n: signed(fact.n) }));
    case "closed":
      return said("lock", t("news.closed", { channel: t(`channel.${fact.channel}`) }));
    case "pressing":
      return said("alert-triangle", t("news.pressing"));
    case "suspects":
      return said("user-plus", count("news.suspects", fact.n, { name: name() }));
    case "passed":
      return said("check", t("news.passed", { seat: seatName(sheet, fact.seat) }));
    case "moved":
      return fact.cause === "event" ? said(...moved(sheet, fact)) : null;
    case "guess":
      return said("help", t("news.guess", { seat: seatName(sheet, fact.seat) }));
    default:
      return null;
  }
}

const signed = (n) => (n < 0 ? `−${-n}` : `+${n}`);

const said = (icon, text) => ({ icon, text });

function moved(sheet, fact) {
  const up = fact.to[0] > fact.from[0];
  const values = { name: who(sheet, fact.audience), level: levelName(fact.to[0]) };
  return [up ? "arrow-up" : "arrow-down", count(up ? "news.up" : "news.down", fact.n, values)];
}

// A play of any seat in one line.
function playLine(sheet, { played, dice }) {
  const tool = sheet.mechanisms[played.mechanism]?.name ?? "";
  const lifted = dice?.lifted ?? 0;
  const values = { seat: seatName(sheet, played.seat), tool, name: who(sheet, played.audience) };
  return said(lifted ? "arrow-up" : "minus", count("news.played", lifted, values));
}

export function lines(sheet, facts) {
  return groups(facts).flatMap((group) => {
    const own = group.played ? playLine(sheet, group) : line(sheet, group.fact);
    const after = (group.after ?? []).map((fact) => line(sheet, fact));
    return [own, ...after].filter((one) => one !== null);
  });
}

// Friday in lines: what was lost, what fell, what came.
export function friday(sheet, facts) {
  const out = [];
  const sum = (cause) =>
    facts
      .filter((one) => one.kind === "moved" && one.cause === cause)
      .reduce((total, one) => total + one.n, 0);
  const lost = facts.find((one) => one.kind === "lost_week");
  if (lost) out.push({ ...said("mood-sad", t("friday.lost", { n: lost.points })), bad: true });
  else out.push({ ...said("message-circle", t("friday.talked")), good: true });
  const fallen = sum("drift");
  out.push(
    fallen
      ? { ...said("arrow-down", count("friday.drift", fallen)), bad: true }
      : { ...said("check", t("friday.no_drift")), good: true },
  );
  const launch = facts.filter((one) => one.kind === "launch");
  if (launch.length) {
    const points = launch.reduce((total, one) => total + one.points, 0);
    out.push({ ...said("rocket", count("friday.launch", launch.length, { points })), good: true });
  }
  const came = sum("sharing") + sum("empowered");
  if (came) out.push({ ...said("share-3", count("friday.sharing", came)), good: true });
  const forgot = facts.find((one) => one.kind === "track" && one.track === "know_how" && one.to < one.from);
  if (forgot) out.push({ ...said("school", t("friday.forgetting", { to: forgot.to })), bad: true });
  if (facts.some((one) => one.kind === "shake_out")) {
    out.push({ ...said("wind", count("friday.shake_out", sum("shake_out"))), bad: sum("shake_out") > 0 });
  }
  return out;
}
