import { RTL_LETTER } from "#components/rich-text/rtl-letter.ts";
import { OPTION_STATES } from "#components/ui/options/option-states.ts";
import { answerSlot } from "#lib/client/answers/pending-answers.ts";
import { EARLY_ANSWER } from "#lib/client/connection/early-socket.ts";
import { patched } from "#lib/protocol/patch.ts";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import { MARKED } from "#lib/rich-text/has-markup.ts";
import type { You } from "#lib/session/players/you.ts";
import type { View } from "#lib/session/reports/view.ts";
import { isCompact, isLong, promptSize, wordsSize } from "../kinds/option-layout.ts";
import { PERSONAL_SLOT } from "../settings/personal-settings.ts";
import { EARLY_LAYER, type EarlyLayer, SCREENS } from "./early-layer.ts";

/**
 * The early question: the play page draws a running question before any of its scripts has come, and takes the answer
 * (docs/decisions/019). It brings a second on a slow phone, and is made of three parts that know each other:
 *
 * 1. early-question.tsx leaves the screens of a question in the page as `<template>`s, made by the very components that
 *    will take over, without words.
 * 2. This function, which the build compiles into the page as it is sent (scripts/early-scripts.mjs). It hears what the
 *    page's early socket hears (lib/client/connection/open-early-socket.ts), fills a screen in, and sends a tap at once. It draws only
 *    what one tap answers and plain words say; all else waits for the scripts.
 * 3. early-layer.ts: when React's own screen is ready, the early one gives way in the same frame. Focus, a finger
 *    that is down and a tap that is under way go over to it; the answer is kept where the outbox looks, so that it goes
 *    on with the very same one.
 *
 * What depends on a question's words (sizes, layouts, marks, where things are kept) is said once, in the modules that the
 * screens use too. Of those, import only what needs no package: the whole must stay a few kilobytes.
 */
export function drawEarly(): void {
  const early = window.ovationEarly;
  const layer = document.getElementById(EARLY_LAYER) as EarlyLayer;
  const template = layer.nextElementSibling as HTMLTemplateElement;
  // A player with settings of their own gets the full screen, which knows them.
  if (!early || localStorage.getItem(PERSONAL_SLOT)) return;
  const { socket } = early;
  let you: You | undefined;
  let offsetMs = 0;
  let closesAtMs = 0;
  let shown: View | null = null;
  let whole: View | undefined;
  let tapped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const serverNow = () => performance.timeOrigin + performance.now() + offsetMs;
  const buttons = () => [...layer.querySelectorAll("button")];
  const at = (instantMs: number, run: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(run, instantMs - serverNow());
  };
  /** Its first letter says which way it runs, in whatever language the quiz is. */
  const isPlain = (text: string, plainText?: true) =>
    (plainText || !MARKED.test(text)) &&
    (!RTL_LETTER.test(text) || RTL_LETTER.test(/\p{L}/u.exec(text)?.[0] ?? ""));

  const canDraw = (view: View, { kind, index, prompt, plainText, options, media }: PublicQuestion) =>
    (kind === "single" || kind === "poll" || kind === "truefalse") &&
    !(media || options.length > 4 || isLong(options) || options.some(({ image }) => image)) &&
    [prompt, ...options.map(({ text }) => text)].every((text) => isPlain(text, plainText)) &&
    view.settings.phones !== "shapes" &&
    !view.settings.shuffle.options &&
    !(
      you?.extraTime ||
      you?.answer?.questionIndex === index ||
      sessionStorage.getItem(answerSlot(view.sessionId, index))
    );

  const clear = () => {
    clearTimeout(timer);
    shown = null;
    layer.replaceChildren();
  };

  const see = (view: View) => {
    const { phase, question } = view;
    if (phase.name !== "question" || !question || !you) {
      clear();
      return;
    }
    closesAtMs = phase.closesAtMs;
    if (shown?.question?.index === question.index) {
      at(closesAtMs, clear);
      return;
    }
    clear();
    if (canDraw(view, question)) at(phase.opensAtMs, () => draw(view, question, phase.opensAtMs));
  };

  const draw = (view: View, question: PublicQuestion, opensAtMs: number) => {
    const leftMs = closesAtMs - serverNow();
    if (leftMs <= 0 || layer.over) return;
    const { kind, prompt, options } = question;
    const { language, room } = view;
    const grid = isCompact(options) ? "compact" : "rows";
    const place = SCREENS.indexOf(kind === "truefalse" ? kind : grid);
    const screen = template.content.children[place]?.cloneNode(true) as HTMLElement;
    const found = (selector: string, within: Element = screen) =>
      within.querySelector(selector) as HTMLElement;
    const write = (element: HTMLElement, text: string) => {
      element.textContent = text;
      element.dataset.script = RTL_LETTER.test(text) ? "joined" : "plain";
      if (language) element.lang = language;
    };
    const heading = found("h1");
    heading.className = heading.className.replace(promptSize(0), promptSize(prompt.length));
    write(heading, prompt);
    for (const [place, cell] of screen.querySelectorAll("fieldset>div").entries()) {
      const option = options[place];
      if (!option) cell.remove();
      else if (kind !== "truefalse") {
        const words = found("[dir]", cell);
        (words.parentElement as HTMLElement).className = wordsSize(options, grid === "compact");
        write(words, option.text);
      }
    }
    if (kind === "poll") {
      const { poll = "" } = template.dataset;
      found("[data-do]").textContent = poll;
      found("fieldset").setAttribute("aria-label", poll);
    }
    const bar = found("[data-essential-motion]");
    // Nothing here counts seconds: it runs, also where nothing else moves.
    delete bar.dataset.running;
    bar.style.animationDuration = `${closesAtMs - opensAtMs}ms`;
    bar.style.animationDelay = `${opensAtMs - serverNow()}ms`;
    const root = document.documentElement;
    root.dataset.room = room.theme;
    for (const [name, value] of Object.entries(room.style ?? {})) root.style.setProperty(name, value);
    shown = view;
    tapped = false;
    layer.replaceChildren(screen);
    at(closesAtMs, clear);
  };

  const tap = (choice: number) => {
    if (!shown?.question || !you || tapped) return;
    const { sessionId, question } = shown;
    const answer = { questionIndex: question.index, response: { choice }, pressedAtMs: serverNow() };
    const kept = { sessionId, playerId: you.playerId, ...answer };
    sessionStorage.setItem(answerSlot(sessionId, question.index), JSON.stringify(kept));
    tapped = true;
    if (socket.readyState === 1) socket.send(JSON.stringify({ type: "answer", id: EARLY_ANSWER, ...answer }));
    for (const [option, button] of buttons().entries()) {
      const mine = option === choice;
      button.className = button.className.replace(
        OPTION_STATES.idle,
        mine ? OPTION_STATES.selected : OPTION_STATES.dimmed,
      );
      button.setAttribute(mine ? "aria-pressed" : "aria-disabled", "true");
      if (mine) button.dataset.pressed = "true";
    }
  };

  // On the window, ahead of the framework, which holds clicks back until it knows the page.
  addEventListener(
    "click",
    (event) => {
      const choice = buttons().findIndex((button) => button.contains(event.target as Node));
      if (choice < 0) return;
      event.stopPropagation();
      if (layer.leave) layer.leave(choice);
      else tap(choice);
    },
    true,
  );
  addEventListener("pointerdown", ({ target }) => {
    layer.held = layer.contains(target as Node);
  });
  const lifted = () => {
    layer.held = false;
    // After the click that may follow.
    setTimeout(() => layer.leave?.());
  };
  addEventListener("pointerup", lifted);
  addEventListener("pointercancel", lifted);

  early.hear = ({ data, atMs }) => {
    try {
      const message = JSON.parse(String(data));
      if (message.type === "welcome") offsetMs = message.serverNowMs - ((early.helloAtMs ?? atMs) + atMs) / 2;
      if (message.type === "welcome" || message.type === "you") you = message.you;
      if (message.type !== "patch") whole = message.view ?? whole;
      else if (whole && message.view?.from === whole.version) whole = patched(whole, message.view);
      if (message.view && whole) see(whole);
    } catch {
      // The scripts will know what to do with it.
    }
  };
  early.heard.forEach(early.hear);
}
