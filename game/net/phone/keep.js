// Small things kept on this phone. Private windows may forbid storage: then they last as long as the page.

const memory = new Map();

function usable(storage) {
  try {
    const shelf = storage();
    shelf.setItem("piramide", "1");
    shelf.removeItem("piramide");
    return shelf;
  } catch {
    return null;
  }
}

const storage = usable(() => localStorage) ?? usable(() => sessionStorage);

export function keep(name, value) {
  const text = JSON.stringify(value);
  memory.set(name, text);
  try {
    storage?.setItem(`piramide.${name}`, text);
  } catch {
    // Full: it stays in memory.
  }
}

export function recall(name, otherwise = null) {
  let text = memory.get(name) ?? null;
  try {
    text = storage?.getItem(`piramide.${name}`) ?? text;
    return text === null ? otherwise : JSON.parse(text);
  } catch {
    return otherwise;
  }
}

export function forget(name) {
  memory.delete(name);
  storage?.removeItem(`piramide.${name}`);
}
