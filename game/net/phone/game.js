// Reading a view and the sheet of the scenario: plain functions, nothing decided here.

const ARGUMENTS = ["sentence", "option", "mechanism", "audience", "message", "argument", "seat", "motive"];

// An entry may stand for further values of its arguments (`also`; a number is a place in `lists`): here every
// command is an entry of its own.
export function expanded(actions, lists = []) {
  return actions.flatMap((entry) => {
    let commands = [entry.command];
    for (const [name, also] of Object.entries(entry.also ?? {})) {
      const values = typeof also === "number" ? lists[also] : also;
      commands = commands.flatMap((one) => [one, ...values.map((value) => ({ ...one, [name]: value }))]);
    }
    return commands.map((command) => ({ ...entry, command }));
  });
}

export const sameCommand = (a, b) => a.kind === b.kind && ARGUMENTS.every((name) => a[name] === b[name]);

export const ofKind = (game, kind) => game.actions.filter((one) => one.command.kind === kind);

export const offered = (game, command) =>
  game.actions.find((one) => sameCommand(one.command, command)) ?? null;

export const place = (game, seat = game.seat) => game.sheet.seats.indexOf(seat);

export const department = (game, seat = game.seat) => game.sheet.departments[seat];

export const hours = (game, seat = game.seat) => game.view.hours[place(game, seat)];

export const hasPassed = (game, seat = game.seat) => game.view.passed[place(game, seat)];

// How far a refused command came: with more lights asked, its reason says more.
const asked = (one) => one.lights.filter((light) => light !== null).length;

// What a tool, a verb or a person comes down to: what can be played, or else the most telling refusal.
export function best(entries) {
  return entries.find((one) => !one.refusal) ?? [...entries].sort((a, b) => asked(b) - asked(a))[0] ?? null;
}

export function toolEntries(game, mechanism) {
  return game.actions.filter((one) => one.command.mechanism === mechanism);
}

// The people at the table, without oneself first.
export const peopleAt = (game, seat) => game.view.members.filter((one) => one.seat === seat);

// Whether its people have a phone each, and none of them is there now.
export function isAway(game, seat) {
  const here = peopleAt(game, seat);
  return game.view.table.seats[seat] === "people" && here.length > 0 && here.every((one) => one.away);
}

// Who plays a department where nobody with a phone does: the key of its words.
export const playedBy = (game, seat) =>
  ({ bot: "seats.bot", board: "seats.board" })[game.view.table.seats[seat]] ?? "seats.free";

// What is known of an audience's motive: main, side, not_hers, candidate (researched) or unknown.
export function standing(game, audience, motive) {
  const [main, side] = game.view.motives[audience];
  if (motive === main) return "main";
  if (motive === side) return "side";
  if ((game.view.not_hers[audience] ?? []).includes(motive)) return "not_hers";
  const candidates = game.view.candidates?.[audience];
  if (game.view.research && candidates) return candidates.includes(motive) ? "candidate" : "not_candidate";
  return "unknown";
}

// Tokens of an audience on a level: [loose, firm].
export const tokensOn = (game, audience, level) => game.view.tokens[audience][level];

export const stillWorking = (game) =>
  game.sheet.seats.filter((seat) => game.view.waiting_for.includes(seat) && seat !== game.seat);
