// Colours come from the same tokens as the big screen: they become custom properties of the page.

export let tokens = null;

const wishes = [
  ["bright", matchMedia("(prefers-contrast: more)")],
  ["dark", matchMedia("(prefers-color-scheme: dark)")],
];

const worn = () => wishes.find(([, query]) => query.matches)?.[0] ?? "light";

export const colours = () => tokens.themes[worn()];

function wear() {
  const name = worn();
  const style = document.documentElement.style;
  for (const [key, value] of Object.entries(tokens.themes[name])) {
    if (typeof value === "string") style.setProperty(`--${key.replace(/_/g, "-")}`, value);
  }
  for (const level of tokens.levels) {
    style.setProperty(`--level-${level.index}`, level.colour[name]);
    style.setProperty(`--on-level-${level.index}`, level.icon_ink);
  }
  document.documentElement.dataset.theme = name;
}

// changed: called when the wearer wishes for other colours.
export async function load(changed) {
  const answer = await fetch("/assets/theme/tokens.json");
  tokens = await answer.json();
  wear();
  for (const [, query] of wishes) {
    query.addEventListener("change", () => {
      wear();
      changed();
    });
  }
}
