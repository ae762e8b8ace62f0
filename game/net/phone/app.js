// What the page knows, and everything that changes it: the pages only read it and call these functions.

import { expanded, sameCommand } from "./game.js";
import { forget, keep, recall } from "./keep.js";
import { Link } from "./link.js";
import { groups, line, lines } from "./telling.js";
import { language, load as loadWords, t } from "./words.js";

const SEEN = 600; // a view must have been on the screen so long before a tap is a decision about it
const MOST_NEWS = 40;
const TOAST = 3600;
const LONG = 30000;
const QUIET = ["passed", "guess"]; // the page itself shows these
const BEATS = ["result", "friday"];
const ENDS = ["guessing", "over"];
const GONE = ["kicked", "banned", "replaced"];
const FINAL = [...GONE, "unknown_token", "table_full"];

export const app = {
  status: "joining", // joining · connecting · open · lost · gone · over: the table is another's by now
  lostAt: null, // since when there is no line
  reason: null, // why the page stands still: {reason, message}
  sheet: null,
  view: null,
  actions: [],
  member: null,
  seat: null,
  revision: 0,
  unseen: [], // plays whose outcome the view leaves out: said back with the revision
  since: 0, // when the view came: the clock of the week goes on from there
  joining: { code: "", fixed: false, name: "", trouble: null }, // fixed: the address brought the code; trouble: a text, or its key
  pending: [], // commands that were sent and not answered: {id, revision, unseen, command}
  proposals: [],
  news: [],
  beats: [], // what is to be shown before the game goes on: results, and the newest Friday
  friday: null, // what the newest Friday did: {week, facts}
  early: false, // the game ended without a guessing round: the score comes with the motives
  toast: null,
  held: false, // the secret is being looked at
  page: { name: "home" },
  turned: false, // the page changed: the focus goes to its title
  opened: false, // on the same page something else opened: the focus goes there
  returning: false, // there is a token: this phone was here before
  watching: false,
};

let changed = () => {};
let seen = { revision: 0, unseen: [], actions: [], since: 0 }; // the view before this one, and when this one came
let link = null;
let hello = null;
let dropToast = 0;
let newsSoFar = 0;

export function begin(call) {
  changed = call;
  link = new Link(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws`, {
    open: () => {},
    message: heard,
    lost() {
      app.status = "lost";
      app.lostAt ??= Date.now();
      changed();
    },
  });
  setInterval(tick, 1000);
  app.pending = recall("pending", []);
  app.joining.code = codeOfAddress();
  app.joining.fixed = app.joining.code !== "";
  app.joining.name = recall("name", "");
  addEventListener("hashchange", () => {
    Object.assign(app.joining, { code: codeOfAddress(), fixed: codeOfAddress() !== "" });
    changed();
  });
  addEventListener("popstate", (event) => shift(event.state ?? { name: "home" }));
  history.replaceState({ name: "home" }, "");
  if (recall("token") !== null) comeBack();
}

// The QR carries the code behind the address; it stays out of what the server logs.
function codeOfAddress() {
  const text = location.hash.slice(1) || new URLSearchParams(location.search).get("code") || "";
  return text
    .replace(/^code=/, "")
    .slice(0, 12)
    .toUpperCase();
}

function comeBack() {
  app.status = "connecting";
  app.returning = true;
  hello = () => ({ type: "hello", protocol: 1, token: recall("token"), lang: language });
  link.start(hello);
  changed();
}

export async function loadSheet() {
  const answer = await fetch(`/scenario/${language}.json`);
  if (!answer.ok) throw new Error("no scenario");
  app.sheet = await answer.json();
}

// Joining

export function join() {
  const { code, name } = app.joining;
  app.joining.trouble = null;
  app.status = "connecting";
  keep("name", name);
  link.start(() => {
    const token = recall("token"); // the connection was lost after the welcome
    return token === null
      ? { type: "hello", protocol: 1, code, name, lang: language }
      : { type: "hello", protocol: 1, token, lang: language };
  });
  changed();
}

export function takeSeat(seat) {
  send({ type: "seat", seat });
}

export function watch() {
  app.watching = true;
  turn({ name: "home" });
}

export function leave() {
  link.send({ type: "leave" });
  link.stop();
  forget("token");
  outside(null);
}

// Nobody at any table: the next one that is joined here may be of another game.
function outside(trouble) {
  forgetPending();
  Object.assign(app, { status: "joining", view: null, actions: [], seat: null, member: null, reason: null });
  Object.assign(app, { beats: [], friday: null, early: false, news: [], proposals: [], held: false, returning: false, watching: false });
  app.joining.trouble = trouble;
  turn({ name: "home" });
  loadSheet().then(changed, () => {}); // without it the old one stays until the welcome
}

export function connectAgain() {
  app.reason = null;
  comeBack();
}

export async function speak(lang) {
  if (lang === language) return;
  await loadWords(lang);
  keep("language", lang);
  await loadSheet();
  if (app.member !== null) send({ type: "language", lang });
  app.news = []; // they were told in the other language
  changed();
}

// Something was typed that the page shows.
export function redraw() {
  changed();
}

// Commands

export const busy = () => app.pending.length > 0;

export function command(wanted) {
  if (busy()) return; // a second tap
  const id = `${app.member}-${randomText()}`;
  const { revision, unseen } = decidedOn(wanted);
  const sent = { id, revision, unseen, command: wanted };
  app.pending = [sent];
  keep("pending", app.pending);
  send({ type: "command", ...sent });
  changed();
}

// The view that a tap was a decision about: with one that came just now, still the one before it.
function decidedOn(wanted) {
  const fresh = Date.now() - seen.since < SEEN;
  const before = fresh && seen.actions.find((one) => sameCommand(one.command, wanted));
  return before && !before.refusal ? seen : app;
}

function randomText() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// The department does not guess (any further): asked about once.
export function askToDecline(on) {
  choose({ declining: on });
  app.opened = on;
  app.turned = !on;
}

export function decline() {
  send({ type: "decline" });
}

export function answer(n, yes) {
  app.proposals = app.proposals.map((one) => (one.n === n ? { ...one, answered: true } : one));
  send({ type: "answer", n, yes });
  changed();
}

function send(message) {
  if (!link.send(message)) link.wake();
}

function forgetPending() {
  app.pending = [];
  forget("pending");
}

// What the table says

function heard(message) {
  const act = said[message.type];
  if (act) act(message);
  changed();
}

const said = {
  welcome(message) {
    keep("token", message.token);
    if (message.game !== app.sheet.game) return location.reload(); // this page tells of another game
    app.status = "open";
    app.lostAt = null;
    app.reason = null;
    app.member = message.member;
    app.proposals = [];
    look(message);
    if (message.lang !== language) send({ type: "language", lang: language });
    for (const one of app.pending) link.send({ type: "command", ...one });
  },
  refused,
  closed: refused,
  seated(message) {
    look(message);
    app.toast = null;
    turn({ name: "home" });
  },
  facts(message) {
    const before = app.seat;
    look(message);
    app.opened ||= message.facts.some((one) => one.kind === "guess" && one.seat === before);
    tell(message.facts, before);
  },
  ack(message) {
    const sent = app.pending.find((one) => one.id === message.id);
    forgetPending();
    if (message.proposal !== undefined && message.proposal !== null) toast(t("proposal.sent"));
    if (sent && !BEATS.includes(app.page.name)) after(sent.command);
  },
  nack(message) {
    if (message.id !== null) forgetPending();
    toast(message.message || t("refused.other"), true);
  },
  proposal(message) {
    const known = app.proposals.find((one) => one.n === message.n);
    const others = app.proposals.filter((one) => one.n !== message.n);
    app.proposals = [...others, { ...message, answered: known?.answered ?? message.by === app.member }];
  },
  proposal_ended(message) {
    const known = app.proposals.find((one) => one.n === message.n);
    app.proposals = app.proposals.filter((one) => one.n !== message.n);
    if (known && message.reason !== "done")
      toast(t(message.reason === "no" ? "proposal.no" : "proposal.stale"), true);
  },
};

// A member is sent away by a few reasons only; after any other the line tries again by itself.
function refused({ reason, message }) {
  if (recall("token") !== null && !FINAL.includes(reason)) return;
  link.stop();
  if (reason === "unknown_token" && app.view?.part === "over" && !unfolding()) {
    forget("token");
    app.status = "over"; // another game begins there: what this one came to stays until somebody goes on
    return;
  }
  if (GONE.includes(reason)) {
    app.status = "gone";
    app.reason = { reason, message };
    if (reason !== "replaced") forget("token");
    return;
  }
  forget("token");
  if (reason === "wrong_code") app.joining.fixed = false;
  if (reason === "unknown_token") {
    app.joining.fixed = false;
    if (app.view !== null) app.joining.code = ""; // the code is another now, unless it came with this very page
  }
  outside(message || t("refused.other"));
}

export function nextGame() {
  Object.assign(app.joining, { fixed: false, code: "" });
  outside(null);
}

function look({ view, revision, unseen, seat }) {
  if (seat !== undefined) app.seat = seat;
  seen = { revision: app.revision, unseen: app.unseen, actions: app.actions, since: Date.now() };
  const before = unfolding();
  if (app.page.name === "home" && app.view?.part !== view.part) app.turned = true;
  if (app.view && app.view.part !== view.part) app.early = view.part === "over" && app.view.part !== "guessing";
  app.view = view;
  app.turned ||= unfolding() !== before;
  app.actions = expanded(view.actions, view.lists);
  if (seat === undefined) app.seat = view.you?.seat ?? null;
  app.revision = revision;
  app.unseen = unseen;
  app.since = Date.now();
}

// The big screen has yet to show what this view tells: the phone must not give it away.
export const unfolding = () => Boolean(app.view?.table.watch);

// Whole seconds left of this week's work, or null where no clock runs. It stands still in a pause.
export function secondsLeft() {
  const { clock, paused } = app.view.table;
  if (typeof clock.left !== "number") return null;
  const gone = paused === null ? (Date.now() - app.since) / 1000 : 0;
  return Math.max(0, Math.ceil(clock.left - gone));
}

// Without a line for so long the board may have another address by now.
export const longLost = () => app.lostAt !== null && Date.now() - app.lostAt > LONG;

function tick() {
  const clock = app.view?.part === "work" && secondsLeft() !== null;
  if ((clock || longLost()) && document.visibilityState === "visible") changed();
}

function tell(facts, seat) {
  const told = lines(app.sheet, facts).map((one) => ({ ...one, n: (newsSoFar += 1) }));
  app.news = [...told.reverse(), ...app.news].slice(0, MOST_NEWS);
  const own = groups(facts).filter((one) => one.played?.seat === seat && one.dice);
  const start = facts.findIndex((one) => one.kind === "friday");
  let beats = own.length ? [...app.beats, { name: "result", plays: own }] : app.beats;
  if (start >= 0) {
    const week = facts.findIndex((one, i) => i > start && one.kind === "week");
    app.friday = { week: facts[start].week, facts: week < 0 ? facts.slice(start) : facts.slice(start, week) };
    app.turned ||= app.page.name === "friday";
    const before = beats.findIndex((one) => one.name === "friday"); // of Fridays only the newest is told
    beats = [...beats.slice(before + 1), { name: "friday" }];
  }
  // At the end the score comes first: what Friday did stands on that page.
  keepBeats(ENDS.includes(app.view.part) ? [] : beats);
  if (!app.beats.length && start < 0 && !unfolding()) tellInShort(facts, seat);
}

// What is still to be shown; the page is the first of it.
function keepBeats(beats) {
  app.beats = beats;
  const first = beats[0]?.name ?? "home";
  const shown = BEATS.includes(app.page.name);
  if (shown ? app.page.name !== first : beats.length) turn({ name: first });
}

// What a deed brought, rather than that it was done: that is known to who did it.
function tellInShort(facts, seat) {
  const own = doneBy(seat, facts);
  const brought = own.filter((one) => one.kind !== "talked").sort((a, b) => weight(a) - weight(b));
  const told = lines(app.sheet, brought.some((one) => line(app.sheet, one)) ? brought : own).slice(0, 2);
  const texts = told.map((one) => one.text);
  const inside = own.some((one) => one.kind === "talked" && one.audience === null);
  if (inside && !own.some((one) => one.kind === "track")) texts.push(t("news.will_stays", { n: app.view.will }));
  if (texts.length) toast(texts.join(" "));
}

const weight = (fact) => (fact.kind === "turned_up" ? 0 : 1);

// What a seat did, and what came of it: facts without a seat belong to the one before.
function doneBy(seat, facts) {
  let actor = null;
  return facts.filter((one) => {
    actor = one.seat ?? actor;
    return actor === seat && seat !== null && !QUIET.includes(one.kind);
  });
}

// After an accepted command that has no dice, back to the department.
function after(sent) {
  if (sent.kind === "guess") return choose({ other: undefined, motive: undefined });
  if (app.page.name !== "home") turn({ name: "home" });
}

export function nextBeat() {
  keepBeats(app.beats.slice(1));
  app.turned = true;
  changed();
}

// Pages

// The phone's own "back" goes back one page, and never out of the game by accident.
export function go(page) {
  history.pushState(page, "");
  shift(page);
}

export function back() {
  history.back();
}

// A page that comes by itself takes the place of the one before.
export function turn(page) {
  history.replaceState(page, "");
  shift(page);
}

function shift(wanted) {
  const passed = BEATS.includes(wanted.name) && app.beats[0]?.name !== wanted.name; // back, to what was told
  const page = passed ? { name: app.beats[0]?.name ?? "home" } : wanted;
  app.turned = JSON.stringify(app.page) !== JSON.stringify(page);
  app.page = page;
  app.held = false;
  if (app.toast && !app.toast.bad) app.toast = null;
  changed();
}

export function choose(values) {
  app.page = { ...app.page, ...values };
  history.replaceState(app.page, "");
  changed();
}

export function hold(on) {
  if (app.held === on) return;
  app.held = on;
  changed();
}

export function toast(text, bad = false) {
  app.toast = { text, bad };
  clearTimeout(dropToast);
  dropToast = setTimeout(
    () => {
      app.toast = null;
      changed();
    },
    bad ? 2 * TOAST : TOAST,
  );
  changed();
}
