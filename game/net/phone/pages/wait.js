// While something is on its way, and while the big screen shows what this phone would give away.

import { app } from "../app.js";
import { Disc, Title } from "../parts.js";
import { h } from "../draw.js";
import { t } from "../words.js";

export const Wait = () =>
  h(
    "main",
    { class: "wait" },
    h("img", { src: "/assets/parts/hero-lolly.svg", alt: "", class: "lolly" }),
    h(Title, null, t("page.wait")),
  );

const ICONS = { dice: "dice-5", friday: "calendar-event", end: "wind", over: "wind", motives: "fingerprint" };

export function Watch() {
  const what = happening();
  return h(
    "main",
    { class: "wait" },
    h(Disc, { icon: ICONS[what], size: 112 }),
    h(Title, null, t("unfold.title")),
    h("p", { class: "strong" }, t(`unfold.${what}`)),
    h("p", { class: "soft" }, t("unfold.then")),
  );
}

function happening() {
  const { watch } = app.view.table;
  return watch === "end" && app.early ? "over" : watch;
}
