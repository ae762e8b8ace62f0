// While something is on its way.

import { Title } from "../parts.js";
import { h } from "../draw.js";
import { t } from "../words.js";

export const Wait = () =>
  h(
    "main",
    { class: "wait" },
    h("img", { src: "/assets/parts/hero-lolly.svg", alt: "", class: "lolly" }),
    h(Title, null, t("page.wait")),
  );
