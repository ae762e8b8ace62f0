// Which department: everybody sees who sits where. One may also look on.

import { app, choose, takeSeat, watch } from "../app.js";
import { peopleAt, playedBy } from "../game.js";
import { Disc, Primary, Title } from "../parts.js";
import { Icon } from "../art.js";
import { h } from "../draw.js";
import { t } from "../words.js";

const LISTED = 2;

function names(seat) {
  const here = peopleAt(app, seat);
  const others = here.filter((one) => one.id !== app.member).map((one) => one.name);
  const people = here.length > others.length ? [t("seats.you"), ...others] : others;
  if (!people.length) return t(playedBy(app, seat));
  const more = people.length - LISTED;
  return people.slice(0, LISTED).join(", ") + (more > 0 ? ` +${more}` : "");
}

// Whether its people play at the big screen: nobody with a phone sits down there by themselves.
const elsewhere = (seat) => seat !== app.seat && app.view.table.seats[seat] === "board";

export function Seats() {
  const { sheet, page, seat } = app;
  const chosen = elsewhere(page.seat ?? seat) ? null : (page.seat ?? seat);
  const label = chosen && sheet.departments[chosen].name;
  return h(
    "main",
    { class: "seats" },
    h(Title, null, t("seats.title")),
    h("p", { class: "soft" }, t("seats.hint")),
    h(
      "fieldset",
      { class: "grid" },
      h("legend", { class: "unseen" }, t("seats.title")),
      sheet.seats.map((one) =>
        h(
          "label",
          { class: `seat${one === chosen ? " on" : ""}${elsewhere(one) ? " off" : ""}`, key: one },
          h("input", {
            type: "radio",
            name: "seat",
            checked: one === chosen,
            disabled: elsewhere(one),
            onChange: () => choose({ seat: one }),
          }),
          h(
            "span",
            { class: "row" },
            h(
              "span",
              { class: "badged" },
              h(Disc, { icon: sheet.departments[one].icon }),
              one === chosen && h("span", { class: "tick" }, h(Icon, { name: "check", size: 18 })),
            ),
            h("bdi", { class: "soft people" }, names(one)),
          ),
          h("strong", null, sheet.departments[one].name),
        ),
      ),
    ),
    h("p", { class: "soft centre" }, t("join.secret")),
    seat === null && h("button", { class: "link", type: "button", onClick: watch }, t("seats.watch")),
    h(
      Primary,
      { disabled: !chosen, onClick: () => takeSeat(chosen) },
      label ? t("seats.go", { name: label }) : t("seats.choose"),
    ),
  );
}
