// The page: loads what it needs, then shows what the table says.

import { app, begin, loadSheet, unfolding } from "./app.js";
import { whenDrawn } from "./art.js";
import { recall } from "./keep.js";
import { Guessing, Over } from "./pages/end.js";
import { Home } from "./pages/home.js";
import { Join } from "./pages/join.js";
import { Gone, Leave, Menu, SecretPage } from "./pages/menu.js";
import { Person } from "./pages/person.js";
import { Play } from "./pages/play.js";
import { Friday, Result } from "./pages/result.js";
import { Seats } from "./pages/seats.js";
import { guard } from "./pages/secret.js";
import { Banners, Proposals, Stick, Toast, Verbs } from "./pages/shell.js";
import { Talk } from "./pages/talk.js";
import { More, Verb } from "./pages/verbs.js";
import { Wait, Watch } from "./pages/wait.js";
import { load as loadTheme } from "./theme.js";
import { h, render } from "./draw.js";
import { load as loadWords } from "./words.js";

document.documentElement.dataset.page = "begun"; // see old.js
const ROOT = document.getElementById("page");
// Pages that tell nothing of the game, pages that do, and those of a part of the week.
const APART = { menu: Menu, leave: Leave, talk: Talk, secret: SecretPage, seats: Seats };
const TELLING = { person: Person, result: Result, friday: Friday };
const AT_WORK = { play: Play, verb: Verb, more: More };
const ENDS = { guessing: Guessing, over: Over };

function page() {
  const { page: wanted, view, seat, status } = app;
  if (status === "gone") return Gone;
  if (view === null) return app.returning ? Wait : Join;
  if (wanted.name in APART) return APART[wanted.name];
  if (seat === null && !app.watching && !(view.part in ENDS)) return Seats;
  if (unfolding()) return Watch;
  if (wanted.name in TELLING) return TELLING[wanted.name];
  if (view.part in ENDS) return ENDS[view.part];
  if (wanted.name in AT_WORK && view.part === "work" && seat !== null) return AT_WORK[wanted.name];
  return Home;
}

const WITH_STICK = [Home, Watch, Guessing, Over];

function draw() {
  const Page = page();
  const standing = app.view !== null && app.status !== "gone";
  const home = standing && WITH_STICK.includes(Page);
  render(
    h(
      "div",
      { class: `frame${home ? " with-verbs" : ""}` },
      home && h(Stick),
      h(Banners),
      standing && app.seat !== null && Page !== Watch && h(Proposals),
      h(Page, { key: app.page.name }),
      Page === Home && h(Verbs),
      h(Toast),
    ),
    ROOT,
  );
  if (app.turned) {
    scrollTo(0, 0);
    document.getElementById("title")?.focus({ preventScroll: true });
  } else if (app.opened) {
    document.getElementById("opened")?.focus();
  }
  app.turned = app.opened = false;
}

let due = false;
function changed() {
  if (due) return;
  due = true;
  queueMicrotask(() => {
    due = false;
    if (app.sheet !== null) draw();
  });
}

async function start() {
  const wished = recall("language") ?? (navigator.language.startsWith("nl") ? "nl" : "en");
  await Promise.all([loadWords(wished), loadTheme(changed)]);
  await loadSheet();
  whenDrawn(changed);
  guard();
  begin(changed);
  changed();
}

async function untilStarted() {
  try {
    await start();
  } catch {
    setTimeout(untilStarted, 1500); // the Wi-Fi may be away for a moment
  }
}

untilStarted();
