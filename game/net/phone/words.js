// The page's texts: a catalogue of keys, loaded per language; counted ones are [one, many].

let texts = {};
export let language = "nl";

export async function load(lang) {
  const answer = await fetch(`/words/${lang}.json`);
  if (!answer.ok) throw new Error(`no words in ${lang}`);
  texts = await answer.json();
  language = lang;
  document.documentElement.lang = lang;
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

export function t(key, values = {}) {
  const text = texts[key];
  if (typeof text !== "string") throw new Error(`no text ${key}`);
  return fill(text, values);
}

export function count(key, n, values = {}) {
  const forms = texts[key];
  if (!Array.isArray(forms)) throw new Error(`no counted text ${key}`);
  return fill(forms[n === 1 ? 0 : 1], { n, ...values });
}

export function number(n) {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(n);
}
