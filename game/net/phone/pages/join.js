// Coming in: a name and a language, and the code if the address did not bring it.

import { app, join, redraw, speak } from "../app.js";
import { Title } from "../parts.js";
import { h } from "../draw.js";
import { count, language, t } from "../words.js";

export const Languages = () =>
  h(
    "fieldset",
    { class: "languages" },
    h("legend", { class: "unseen" }, t("language.title")),
    ["nl", "en"].map((lang) =>
      h(
        "label",
        { class: lang === language ? "on" : "", lang },
        h("input", {
          type: "radio",
          name: "language",
          checked: lang === language,
          onChange: () => speak(lang),
        }),
        h("span", { "aria-hidden": "true" }, lang.toUpperCase()),
        h("span", { class: "unseen" }, t(`language.${lang}`)),
      ),
    ),
  );

// As the table counts them: letters as people see them, without spaces around.
export const LONGEST = 24;
const length = (name) => Array.from(name.normalize("NFC").trim().replace(/\s+/g, " ")).length;
const NEARLY = 6;

// What is missing or too much, by the key of its words, and the field that it is about.
function lack({ name, code }) {
  if (!name.trim()) return ["join.name.missing", "name"];
  if (length(name) > LONGEST) return ["join.name.long", "name"];
  return code.trim() ? null : ["join.code.missing", "code"];
}

const Trouble = ({ joining: { trouble, name } }) =>
  h(
    "p",
    { class: "trouble", role: "alert" },
    trouble.key ? t(trouble.key, { n: LONGEST, now: length(name) }) : trouble,
  );

function Left({ name }) {
  const left = LONGEST - length(name);
  if (left > NEARLY) return h("span", { class: "soft", id: "name-hint" }, t("join.name.hint"));
  return h(
    "span",
    { class: left < 0 ? "over" : "soft", id: "name-hint", "aria-live": "polite" },
    left < 0 ? count("join.name.over", -left) : count("join.name.left", left),
  );
}

export function Join() {
  const { joining, sheet, status } = app;
  const fromAddress = joining.fixed;
  const busy = status === "connecting";
  const submit = (event) => {
    event.preventDefault();
    const found = lack(joining);
    if (found === null) return join();
    joining.trouble = { key: found[0] };
    redraw();
    document.getElementById(found[1]).focus();
  };
  return h(
    "main",
    { class: "join" },
    h(
      "div",
      { class: "welcome" },
      h(
        "div",
        { class: "grow" },
        h(Title, null, t("join.title")),
        h("p", { class: "soft" }, sheet.organisation.name),
      ),
      h("img", { class: "lolly", src: "/assets/parts/hero-lolly.svg", alt: "" }),
    ),
    joining.trouble && h(Trouble, { joining }),
    h(
      "form",
      { onSubmit: submit, id: "join", novalidate: true },
      h(
        "div",
        { class: "label" },
        h("label", { for: "name" }, t("join.name")),
        h(Left, { name: joining.name }),
      ),
      h("input", {
        id: "name",
        name: "name",
        type: "text",
        value: joining.name,
        "aria-describedby": "name-hint",
        autocomplete: "given-name",
        autocapitalize: "words",
        enterkeyhint: fromAddress ? "go" : "next",
        required: true,
        onInput: (event) => {
          joining.name = event.target.value;
          redraw();
        },
      }),
      !fromAddress && [
        h(
          "div",
          { class: "label" },
          h("label", { for: "code" }, t("join.code")),
          h("span", { class: "soft" }, t("join.code.hint")),
        ),
        h("input", {
          id: "code",
          name: "code",
          type: "text",
          value: joining.code,
          maxLength: 12,
          autocomplete: "off",
          autocapitalize: "characters",
          spellcheck: false,
          required: true,
          onInput: (event) => {
            joining.code = event.target.value;
          },
        }),
      ],
      h("p", { class: "soft centre" }, t("join.secret")),
      h(Languages),
    ),
    h(
      "div",
      { class: "dock" },
      h(
        "button",
        { class: "primary", type: "submit", form: "join", disabled: busy },
        h("span", null, t(busy ? "join.busy" : "join.go")),
      ),
    ),
  );
}
