import type { Race } from "#lib/session/reports/race.ts";
import type { raceAt } from "./race-at.ts";
import type { RaceWords } from "./race-words.ts";

export interface RacePlayerOptions {
  race: Race;
  words: RaceWords;
  raceAt: typeof raceAt;
  /** A button and a slider below the bars; without them there are only keys. */
  controls: boolean;
  /** Starts by itself, unless motion is unwelcome. */
  autoplay: boolean;
}

/**
 * Draws the race into `root` and follows the keys: space plays and pauses, arrows go from question to question, Home and
 * End to its ends. Returns the end of it. It names nothing outside of itself but the browser, because an exported replay
 * carries its text; it moves bars by transforms only.
 */
export function racePlayer(
  root: HTMLElement,
  { race, words, raceAt, controls, autoplay }: RacePlayerOptions,
): () => void {
  const SHOWN = 10;
  const COLORS = ["a", "b", "c", "d", "e", "f"];
  const last = race.questions.length;
  const questionMs = Math.min(3600, Math.max(900, 60000 / Math.max(1, last)));
  const figures = new Intl.NumberFormat(words.locale);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const make = (tag: string, name: string, parent: Element, text = "") => {
    const node = document.createElement(tag);
    node.className = name;
    node.textContent = text;
    parent.append(node);
    return node;
  };

  root.replaceChildren();
  root.classList.add("race");
  root.dir = words.dir;
  const heading = make("p", "race-heading", root);
  heading.setAttribute("role", "status");
  const track = make("ol", "race-track", root);
  const rows = race.racers.map(({ name }, racer) => {
    const row = make("li", "race-row", track);
    row.style.setProperty("--bar", `var(--option-${COLORS[racer % COLORS.length]})`);
    const label = make("bdi", "race-name", row, name);
    label.title = name;
    const lane = make("span", "race-lane", row);
    const bar = make("span", "race-bar", lane);
    const score = make("span", "race-score", row);
    return { row, bar, score, y: -1, shown: -1 };
  });
  const comeback = make("p", "race-comeback", root, words.comeback);
  const time = make("div", "race-time", root);
  const done = make("span", "race-done", time);
  for (let index = 1; index < last; index++) {
    const tick = make("span", "race-tick", time);
    tick.style.insetInlineStart = `${(index / last) * 100}%`;
  }

  let at = autoplay && !still ? 0 : last;
  let playing = autoplay && !still && last > 0;
  let before = 0;
  let frame = 0;
  let button: HTMLElement | null = null;
  let slider: HTMLInputElement | null = null;

  const draw = (sinceMs: number) => {
    const bars = raceAt(race, at);
    const best = Math.max(1, bars[0]?.score ?? 0);
    const ease = still ? 1 : 1 - Math.exp(-sinceMs / 130);
    let moving = false;
    bars.forEach(({ racer, score }, place) => {
      const line = rows[racer];
      if (!line) return;
      line.y = line.y < 0 ? place : line.y + (place - line.y) * ease;
      if (Math.abs(place - line.y) > 0.002) moving = true;
      else line.y = place;
      line.row.style.transform = `translateY(${line.y * 100}%)`;
      line.row.style.opacity = String(Math.min(1, Math.max(0, SHOWN - line.y)));
      line.row.style.zIndex = String(SHOWN - place);
      line.bar.style.transform = `scaleX(${Math.max(0, score) / best})`;
      const round = Math.round(score);
      if (round !== line.shown) {
        line.shown = round;
        line.score.textContent = figures.format(round);
      }
    });
    const index = Math.min(last - 1, Math.floor(Math.max(0, at - 0.0001)));
    const words_ = words.questions[index] ?? words.title;
    if (heading.textContent !== words_) heading.textContent = words_;
    comeback.style.opacity = at >= last ? "1" : "0";
    done.style.transform = `scaleX(${last === 0 ? 0 : at / last})`;
    if (slider) slider.value = String(at);
    if (button) button.textContent = playing ? words.pause : words.play;
    return moving;
  };

  const step = (now: number) => {
    const sinceMs = Math.min(100, before === 0 ? 0 : now - before);
    before = now;
    if (playing) {
      at = Math.min(last, at + sinceMs / questionMs);
      if (at >= last) playing = false;
    }
    const moving = draw(sinceMs);
    frame = playing || moving ? requestAnimationFrame(step) : 0;
    if (frame === 0) before = 0;
  };
  const wake = () => {
    if (frame === 0) frame = requestAnimationFrame(step);
  };
  const toggle = () => {
    if (!playing && at >= last) at = 0;
    playing = !playing && last > 0;
    wake();
  };
  const goTo = (moment: number) => {
    at = Math.min(last, Math.max(0, moment));
    playing = false;
    wake();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const forward = words.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = words.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
    if (event.key === " ") toggle();
    else if (event.key === forward) goTo(Math.floor(at + 0.001) + 1);
    else if (event.key === backward) goTo(Math.ceil(at - 0.001) - 1);
    else if (event.key === "Home") goTo(0);
    else if (event.key === "End") goTo(last);
    else return;
    event.preventDefault();
  };

  if (controls) {
    const panel = make("p", "race-controls", root);
    button = make("button", "race-button", panel);
    button.addEventListener("click", toggle);
    slider = make("input", "race-slider", panel) as HTMLInputElement;
    slider.type = "range";
    slider.min = "0";
    slider.max = String(last);
    slider.step = "any";
    slider.setAttribute("aria-label", words.position);
    slider.addEventListener("input", () => goTo(Number(slider?.value)));
  }
  addEventListener("keydown", onKey);
  wake();
  return () => {
    cancelAnimationFrame(frame);
    removeEventListener("keydown", onKey);
    root.replaceChildren();
  };
}
