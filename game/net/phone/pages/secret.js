// The personal motive: in the page only while it is held, and gone when somebody else could look.

import { Icon } from "../art.js";
import { app, hold } from "../app.js";
import { h } from "../draw.js";
import { t } from "../words.js";

const KEYS = [" ", "Enter"];

export function guard() {
  const hide = () => hold(false);
  addEventListener("blur", hide);
  addEventListener("pagehide", hide);
  document.addEventListener("visibilitychange", hide);
  for (const kind of ["pointerup", "pointercancel", "touchend", "touchcancel"]) addEventListener(kind, hide);
}

export function Secret() {
  const motive = app.view.you?.personal_motive;
  if (!motive) return null;
  const { held, sheet } = app;
  return h(
    "section",
    {
      class: `secret${held ? " held" : ""}`,
      "aria-label": t("secret.title"),
      onPointerDown: (event) => {
        if (event.button === 0) hold(true);
      },
      onPointerLeave: () => hold(false),
      onContextMenu: (event) => event.preventDefault(),
    },
    h(
      "div",
      { "aria-live": "polite", class: "secret-words" },
      held
        ? [
            h(
              "p",
              { class: "motive" },
              h(Icon, { name: sheet.motives[motive].icon, size: 28 }),
              h("span", null, sheet.motives[motive].name),
            ),
            h("p", { class: "secret-text" }, sheet.personal_motives[motive]),
            h("p", { key: "worth" }, t("secret.worth", { n: sheet.motive_points })),
          ]
        : [
            h("h2", { key: "title" }, t("secret.title")),
            h("p", { key: "hint" }, t("secret.hint")),
            h("span", { class: "bar", "aria-hidden": "true" }),
            h("span", { class: "bar short", "aria-hidden": "true" }),
          ],
    ),
    h(
      "button",
      {
        class: "finger",
        type: "button",
        "aria-label": t("secret.hold"),
        "aria-pressed": String(held),
        onKeyDown: (event) => {
          if (!KEYS.includes(event.key)) return;
          event.preventDefault();
          hold(true);
        },
        onKeyUp: () => hold(false),
        onBlur: () => hold(false),
      },
      h(Icon, { name: "fingerprint", size: 40 }),
    ),
  );
}
