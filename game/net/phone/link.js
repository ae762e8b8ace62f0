// The line to the table: one WebSocket at a time, opened again whenever it is lost. Knows nothing of the game.

const BEAT = 8000; // a ping when nothing else was said
const SILENCE = 20000; // no answer for so long: the line is dead
const PROBE = 2500; // after waking up an answer must come at once
const WAITS = [0, 300, 700, 1500, 3000];

export class Link {
  #address;
  #on;
  #hello = null;
  #socket = null;
  #heard = 0;
  #deadline = Infinity;
  #tries = 0;
  #retry = 0;
  #clock = 0;

  // on: { open(), message(value), lost() }
  constructor(address, on) {
    this.#address = address;
    this.#on = on;
    const wake = () => this.wake();
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") wake();
    });
    addEventListener("online", wake);
    addEventListener("pageshow", wake);
  }

  // hello: a function that gives the first frame of each new connection.
  start(hello) {
    this.stop();
    this.#hello = hello;
    this.#tries = 0;
    this.#connect();
  }

  stop() {
    this.#hello = null;
    clearTimeout(this.#retry);
    this.#drop();
  }

  wake() {
    if (this.#hello === null) return;
    if (this.#socket?.readyState === WebSocket.OPEN) {
      this.#deadline = Date.now() + PROBE;
      this.send({ type: "ping" });
      setTimeout(() => this.#look(), PROBE + 50);
    } else {
      this.#tries = 0;
      this.#connect();
    }
  }

  send(message) {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  #drop() {
    clearInterval(this.#clock);
    const socket = this.#socket;
    this.#socket = null;
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  #connect() {
    clearTimeout(this.#retry);
    this.#drop();
    const socket = new WebSocket(this.#address);
    this.#socket = socket;
    this.#heard = Date.now();
    this.#deadline = Infinity;
    socket.onopen = () => {
      socket.send(JSON.stringify(this.#hello()));
      this.#on.open();
    };
    socket.onmessage = (event) => {
      this.#heard = Date.now();
      this.#deadline = Infinity;
      this.#tries = 0;
      this.#on.message(JSON.parse(event.data));
    };
    socket.onclose = () => this.#lost();
    this.#clock = setInterval(() => this.#look(), BEAT);
  }

  #look() {
    if (this.#socket === null) return;
    const now = Date.now();
    if (now > this.#deadline || now - this.#heard > SILENCE) this.#lost();
    else if (now - this.#heard >= BEAT - 500) this.send({ type: "ping" });
  }

  #lost() {
    this.#drop();
    if (this.#hello === null) return;
    this.#on.lost();
    const wait = WAITS[Math.min(this.#tries, WAITS.length - 1)];
    this.#tries += 1;
    this.#retry = setTimeout(() => this.#connect(), wait + Math.random() * wait * 0.3);
  }
}
