// Coming in: a name and a language, and the code if the address did not bring it.

import { app, join, speak } from "../app.js";
import { Title } from "../parts.js";
import { h } from "../draw.js";
import { language, t } from "../words.js";

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

export function Join() {
  const { joining, sheet, status } = app;
  const fromAddress = joining.fixed;
  const busy = status === "connecting";
  const submit = (event) => {
    event.preventDefault();
    if (joining.name.trim() && joining.code.trim()) join();
    else document.getElementById(joining.name.trim() ? "code" : "name").focus();
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
    joining.trouble && h("p", { class: "trouble", role: "alert" }, joining.trouble),
    h(
      "form",
      { onSubmit: submit, id: "join" },
      h(
        "div",
        { class: "label" },
        h("label", { for: "name" }, t("join.name")),
        h("span", { class: "soft" }, t("join.name.hint")),
      ),
      h("input", {
        id: "name",
        name: "name",
        type: "text",
        value: joining.name,
        maxLength: 24,
        autocomplete: "given-name",
        autocapitalize: "words",
        enterkeyhint: fromAddress ? "go" : "next",
        required: true,
        onInput: (event) => {
          joining.name = event.target.value;
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
