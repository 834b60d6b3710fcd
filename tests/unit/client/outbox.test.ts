import { describe, expect, test } from "vitest";
import type { AnswerDoor, AnswerInput, AnswerReply } from "#lib/client/answers/answer-door.ts";
import { outbox } from "#lib/client/answers/outbox.ts";
import { pendingAnswers } from "#lib/client/answers/pending-answers.ts";
import { newId } from "#lib/kernel/ids.ts";
import { seededRandom } from "#lib/kernel/random.ts";
import type { Ack } from "#lib/protocol/shapes.ts";
import { youWith } from "./messages.ts";
import { type VirtualBrowser, virtualBrowser } from "./virtual-browser.ts";

const PARIS = { choice: 0 };
const LYON = { choice: 1 };

type Reply = AnswerReply | "lost" | "silent";
const saved = (questionIndex = 0): AnswerReply => ({
  ok: true,
  ack: { accepted: true, repeat: false, questionIndex, score: 900 },
});
const no = (code: string): AnswerReply => ({ ok: false, refusal: { code, message: code } });

/** A door that answers as told, and goes on with its last reply. */
function door(name: AnswerDoor["name"], replies: Reply[]) {
  const sent: AnswerInput[] = [];
  const late: ((outcome: AnswerReply) => void)[] = [];
  let open = true;
  const made: AnswerDoor = {
    name,
    open: () => open,
    send(_, input) {
      const reply = replies[Math.min(sent.length, replies.length - 1)] ?? "lost";
      sent.push(input);
      if (reply === "lost") return Promise.reject(new Error("lost"));
      if (reply === "silent") return new Promise((resolve) => late.push(resolve));
      return Promise.resolve(reply);
    },
  };
  return {
    made,
    sent,
    late,
    setOpen(value: boolean) {
      open = value;
    },
  };
}

interface Setup {
  action?: Reply[];
  socket?: Reply[];
  preferred?: "action" | "socket";
  browser?: VirtualBrowser;
  playerId?: string;
  changeAnswers?: boolean;
}

function box({
  action = [],
  socket = [],
  preferred = "action",
  browser = virtualBrowser(),
  playerId = "ada",
  changeAnswers = false,
}: Setup) {
  const doors = { action: door("action", action), socket: door("socket", socket) };
  const acks: Ack[] = [];
  const { clock, timers, random, storage } = browser.platform;
  const held = outbox({
    context: () => ({ sessionId: "s1", pin: "123456", playerId, preferred, changeAnswers }),
    doors: [doors.action.made, doors.socket.made],
    pending: pendingAnswers(storage),
    acknowledged: (ack) => acks.push(ack),
    serverNow: () => 5_000,
    newId,
    clock,
    timers,
    random,
  });
  const state = () => held.answer(0).state;
  return { held, browser, acks, state, ...doors };
}

describe("saving an answer", () => {
  test("[CL17] it is saving until the ack, saved with it, and then forgotten by the storage", async () => {
    const { held, browser, state, action, acks } = box({ action: [saved()] });
    expect(held.submit(0, PARIS)).toBe(true);
    expect(state()).toBe("saving");
    expect(browser.stored.size).toBe(1);
    await browser.run(0);
    expect(held.answer(0)).toMatchObject({ state: "saved", response: PARIS, ack: { score: 900 } });
    expect([action.sent.length, acks.length, browser.stored.size, browser.pendingTimers()]).toEqual([
      1, 1, 0, 0,
    ]);
    expect(action.sent[0]).toMatchObject({
      sessionId: "s1",
      pin: "123456",
      questionIndex: 0,
      pressedAtMs: 5_000,
    });
  });

  test("[CL17] the view chooses the door", async () => {
    const { held, browser, action, socket } = box({ socket: [saved()], preferred: "socket" });
    held.submit(0, PARIS);
    await browser.run(0);
    expect([action.sent.length, socket.sent.length]).toEqual([0, 1]);
  });

  test("[CL17] a preferred socket that is not live is no obstacle", async () => {
    const { held, browser, state, socket } = box({ action: [saved()], preferred: "socket" });
    socket.setOpen(false);
    held.submit(0, PARIS);
    await browser.run(0);
    expect(state()).toBe("saved");
  });

  test("[CL18] an action that fails is followed by the socket at once", async () => {
    const { held, browser, state } = box({ action: ["lost"], socket: [saved()] });
    held.submit(0, PARIS);
    await browser.run(0);
    expect(state()).toBe("saved");
  });

  test("[CL18] an action that hangs is followed by the socket after 2.5 s", async () => {
    const { held, browser, state, socket } = box({ action: ["silent"], socket: [saved()] });
    held.submit(0, PARIS);
    await browser.run(2_499);
    expect([state(), socket.sent.length]).toEqual(["saving", 0]);
    await browser.run(1);
    expect(state()).toBe("saved");
  });

  test("[CL18] the late ack of a try that was given up counts", async () => {
    const { held, browser, state, action, acks } = box({ action: ["silent"], socket: ["silent"] });
    held.submit(0, PARIS);
    await browser.run(5_000);
    action.late[0]!(saved());
    await browser.run(60_000);
    expect(state()).toBe("saved");
    expect(acks).toHaveLength(1);
  });

  test("[CL18] lost acks are followed by repeats of the same response, and end with one saved", async () => {
    const lost: Reply[] = ["lost", "lost", "silent", saved()];
    const { held, browser, state, action, socket, acks } = box({ action: lost, socket: lost });
    held.submit(0, PARIS);
    await browser.run(60_000);
    expect(state()).toBe("saved");
    expect(acks).toHaveLength(1);
    const sent = [...action.sent, ...socket.sent];
    expect(sent.length).toBeGreaterThan(3);
    for (const input of sent)
      expect(input).toMatchObject({ response: PARIS, questionIndex: 0, pressedAtMs: 5_000 });
  });

  test("[CL18] a door silent for ten seconds is used again", async () => {
    const { held, browser, state, socket } = box({ action: ["silent", saved()] });
    socket.setOpen(false);
    held.submit(0, PARIS);
    await browser.run(9_000);
    expect(state()).toBe("saving");
    await browser.run(7_000);
    expect(state()).toBe("saved");
  });

  test.each(["overloaded", "unavailable", "draining", "internal", "too_many_requests", "question_not_open"])(
    "[CL19] %s keeps trying",
    async (code) => {
      const { held, browser, state, acks } = box({
        action: [no(code), no(code), saved()],
        socket: [no(code)],
      });
      held.submit(0, PARIS);
      await browser.run(0);
      expect(state()).toBe("saving");
      await browser.run(30_000);
      expect([state(), acks.length]).toEqual(["saved", 1]);
    },
  );

  test("[CL19] with every door shut it waits, and goes when one opens", async () => {
    const { held, browser, state, action, socket } = box({ socket: [saved()] });
    action.setOpen(false);
    socket.setOpen(false);
    held.submit(0, PARIS);
    await browser.run(20_000);
    expect(state()).toBe("saving");
    socket.setOpen(true);
    held.retryNow();
    await browser.run(0);
    expect(state()).toBe("saved");
  });

  test.each(["question_closed", "wrong_question", "no_open_question", "player_removed", "session_ended"])(
    "[CL20] %s is final, with the server's sentence",
    async (code) => {
      const { held, browser, action, socket } = box({ action: [no(code)] });
      held.submit(0, PARIS);
      await browser.run(60_000);
      expect(held.answer(0)).toEqual({ state: "refused", response: PARIS, refusal: { code, message: code } });
      expect([action.sent.length, socket.sent.length, browser.stored.size]).toEqual([1, 0, 0]);
      expect(held.submit(0, PARIS)).toBe(false);
    },
  );

  test("[CL20] an ack that comes after a refusal wins: the answer was stored", async () => {
    const { held, browser, state, action } = box({ action: ["silent"], socket: [no("question_closed")] });
    held.submit(0, PARIS);
    await browser.run(2_500);
    expect(state()).toBe("refused");
    action.late[0]!(saved());
    await browser.run(0);
    expect(state()).toBe("saved");
  });

  test("[CL20] the player's own line outweighs a refusal, and shows what is stored", async () => {
    const { held, browser } = box({ action: ["lost"], socket: [no("question_closed")] });
    held.submit(0, PARIS);
    await browser.run(0);
    expect(held.answer(0).state).toBe("refused");
    held.reconcile(
      youWith({ score: 900, answer: { questionIndex: 0, response: LYON, correct: false, points: 0 } }),
    );
    expect(held.answer(0)).toMatchObject({
      state: "saved",
      response: LYON,
      ack: { repeat: true, score: 900 },
    });
  });
});

describe("one answer per question", () => {
  test("[CL21] a second press changes nothing, saving or saved", async () => {
    const { held, browser, action } = box({ action: ["silent", saved()], socket: ["lost"] });
    held.submit(0, PARIS);
    expect(held.submit(0, LYON)).toBe(false);
    await browser.run(30_000);
    expect(held.submit(0, LYON)).toBe(false);
    expect(held.answer(0)).toMatchObject({ state: "saved", response: PARIS });
    for (const { response } of action.sent) expect(response).toEqual(PARIS);
  });

  test("[CL21] a response that did not fit may be corrected", async () => {
    const { held, browser } = box({ action: [no("invalid_response"), saved()] });
    held.submit(0, PARIS);
    await browser.run(0);
    expect(held.submit(0, LYON)).toBe(true);
    await browser.run(0);
    expect(held.answer(0)).toMatchObject({ state: "saved", response: LYON });
  });

  test("[CL21] but not while an earlier try may have been stored", async () => {
    const { held, browser } = box({ action: ["lost"], socket: [no("invalid_response"), saved()] });
    held.submit(0, PARIS);
    await browser.run(0);
    expect(held.answer(0).state).toBe("refused");
    expect(held.submit(0, LYON)).toBe(false);
    expect(held.submit(0, PARIS)).toBe(true);
  });

  test("[CL21] questions do not mix", async () => {
    const { held, browser } = box({ action: [no("question_closed"), saved(1)] });
    held.submit(0, PARIS);
    await browser.run(0);
    held.submit(1, LYON);
    await browser.run(0);
    expect([held.answer(0).state, held.answer(1).state, held.answer(2).state]).toEqual([
      "refused",
      "saved",
      "idle",
    ]);
  });

  test("[CL21] whatever 300 random networks do: one response on the wire, and never saved without an ack", async () => {
    const replies: Reply[] = ["lost", "silent", no("overloaded"), no("draining"), saved()];
    for (let seed = 0; seed < 300; seed++) {
      const random = seededRandom(seed);
      const pick = () => Array.from({ length: 6 }, () => replies[Math.floor(random() * replies.length)]!);
      const { held, browser, action, socket, acks, state } = box({
        action: [...pick(), saved()],
        socket: [...pick(), "lost"],
        browser: virtualBrowser(seed),
      });
      held.submit(0, PARIS);
      for (let i = 0; i < 40 && state() !== "saved"; i++) {
        held.submit(0, random() < 0.5 ? LYON : PARIS);
        if (state() === "saved") expect(acks).toHaveLength(1);
        else expect(acks).toHaveLength(0);
        await browser.run(random() * 4_000);
        if (random() < 0.2) socket.setOpen(random() < 0.5);
      }
      await browser.run(120_000);
      expect([seed, state(), acks.length]).toEqual([seed, "saved", 1]);
      for (const { response } of [...action.sent, ...socket.sent]) expect(response).toEqual(PARIS);
    }
  });
});

describe("a reload", () => {
  test("[CL22] goes on sending what was not acknowledged, pressed when it was pressed", async () => {
    const browser = virtualBrowser();
    const before = box({ action: ["lost"], socket: ["lost"], browser });
    before.held.submit(0, PARIS);
    await browser.run(1_000);
    before.held.stop();
    const after = box({ action: [saved()], browser });
    after.held.resume(0);
    expect(after.held.answer(0)).toMatchObject({ state: "saving", response: PARIS });
    expect(after.held.submit(0, LYON)).toBe(false);
    await browser.run(0);
    expect(after.held.answer(0)).toMatchObject({ state: "saved", response: PARIS });
    expect(after.action.sent[0]?.pressedAtMs).toBe(5_000);
    expect(browser.stored.size).toBe(0);
  });

  test("[EQ2] a tap from before the scripts, whose ack they hear as they come, is not sent again", async () => {
    const browser = virtualBrowser();
    const kept = { sessionId: "s1", questionIndex: 0, playerId: "ada", response: LYON, pressedAtMs: 4_000 };
    browser.stored.set("ovation:answer:s1:0", JSON.stringify(kept));
    const { held, acks, action, socket } = box({ action: [saved()], browser });
    held.resume(0);
    held.retryNow();
    expect(held.answer(0)).toMatchObject({ state: "saving", response: LYON });
    held.heard({ accepted: true, repeat: false, questionIndex: 0, score: 900 });
    await browser.run(10_000);
    expect(held.answer(0)).toMatchObject({ state: "saved", response: LYON });
    expect([acks.length, action.sent.length, socket.sent.length, browser.stored.size]).toEqual([1, 0, 0, 0]);
  });

  test("[EQ2] without an ack it is sent as any other that a reload interrupted, and the ack may follow", async () => {
    const browser = virtualBrowser();
    const kept = { sessionId: "s1", questionIndex: 0, playerId: "ada", response: LYON, pressedAtMs: 4_000 };
    browser.stored.set("ovation:answer:s1:0", JSON.stringify(kept));
    const { held, acks, action } = box({ action: ["silent"], browser });
    held.resume(0);
    await browser.run(100);
    expect(action.sent).toMatchObject([{ response: LYON, pressedAtMs: 4_000 }]);
    held.heard({ accepted: true, repeat: false, questionIndex: 0, score: 900 });
    action.late[0]?.(saved());
    await browser.run(10_000);
    expect([held.answer(0).state, acks.length]).toEqual(["saved", 1]);
  });

  test("[CL22] never sends what another player of the same tab had pressed", async () => {
    const browser = virtualBrowser();
    const before = box({ action: ["lost"], socket: ["lost"], browser });
    before.held.submit(0, PARIS);
    before.held.stop();
    const after = box({ action: [saved()], browser, playerId: "grace" });
    after.held.resume(0);
    await browser.run(10_000);
    expect(after.held.answer(0).state).toBe("idle");
    expect([after.action.sent.length, browser.stored.size]).toEqual([0, 0]);
  });

  test("[CL22] stopped with a try under way, it goes on when started again", async () => {
    const { held, browser, state } = box({ action: ["silent", saved()], socket: ["lost"] });
    held.submit(0, PARIS);
    held.stop();
    await browser.run(30_000);
    expect([state(), browser.pendingTimers()]).toEqual(["saving", 0]);
    held.retryNow();
    await browser.run(30_000);
    expect(state()).toBe("saved");
  });

  test("[CL22] shows an answer that was stored before", () => {
    const { held } = box({});
    held.reconcile(youWith({ answer: { questionIndex: 0, response: PARIS } }));
    held.resume(0);
    expect(held.answer(0)).toMatchObject({ state: "saved", response: PARIS });
    expect(held.submit(0, LYON)).toBe(false);
  });

  test("[CL22] storage that throws or holds rubbish is no obstacle", async () => {
    const browser = virtualBrowser();
    browser.stored.set("ovation:answer:s1:0", "{");
    const { held, state } = box({ action: [saved()], browser });
    held.resume(0);
    expect(state()).toBe("idle");
    browser.platform.storage.set = () => {
      throw new Error("full");
    };
    held.submit(0, PARIS);
    await browser.run(0);
    expect(state()).toBe("saved");
  });
});

describe("changing an answer", () => {
  const changed = (changes: number): AnswerReply => ({
    ok: true,
    ack: { accepted: true, repeat: false, questionIndex: 0, score: 0, changes },
  });

  test("[CHG1] [CHG3] each further answer is counted, and what stands already is not sent again", async () => {
    const { held, browser, action } = box({ action: [saved(), changed(1), changed(2)], changeAnswers: true });
    held.submit(0, PARIS);
    await browser.run(10);
    expect(held.submit(0, PARIS)).toBe(true);
    expect(held.submit(0, LYON)).toBe(true);
    expect(held.answer(0)).toMatchObject({ state: "saving", response: LYON });
    await browser.run(10);
    held.submit(0, PARIS);
    await browser.run(10);
    expect(held.answer(0)).toMatchObject({ state: "saved", response: PARIS, ack: { changes: 2 } });
    expect(action.sent.map(({ response, change }) => [response, change])).toEqual([
      [PARIS, undefined],
      [LYON, 1],
      [PARIS, 2],
    ]);
  });

  test("[CHG3] nothing may follow where the host has not allowed it, nor while the answer is on its way", async () => {
    const not = box({ action: [saved()] });
    not.held.submit(0, PARIS);
    await not.browser.run(10);
    expect(not.held.submit(0, LYON)).toBe(false);
    const waiting = box({ action: ["silent"], changeAnswers: true });
    waiting.held.submit(0, PARIS);
    expect(waiting.held.submit(0, LYON)).toBe(false);
  });

  test("[CHG4] one that is refused leaves what stands, and says why", async () => {
    const { held, browser } = box({ action: [saved(), no("question_closed")], changeAnswers: true });
    held.submit(0, PARIS);
    await browser.run(10);
    held.submit(0, LYON);
    await browser.run(10);
    expect(held.answer(0)).toMatchObject({
      state: "saved",
      response: PARIS,
      unchanged: { code: "question_closed" },
    });
  });

  test("[CHG3] a reload goes on with the change, over what the own line tells; an older line changes nothing", async () => {
    const browser = virtualBrowser();
    const before = box({ action: [saved(), "silent"], browser, changeAnswers: true });
    before.held.submit(0, PARIS);
    await browser.run(10);
    before.held.submit(0, LYON);
    before.held.stop();
    const after = box({ action: [changed(1)], browser, changeAnswers: true });
    const line = { questionIndex: 0, response: PARIS };
    after.held.reconcile(youWith({ playerId: "ada", answer: line }));
    expect(after.held.answer(0)).toMatchObject({ state: "saving", response: LYON });
    await browser.run(10);
    expect(after.action.sent).toMatchObject([{ response: LYON, change: 1 }]);
    after.held.reconcile(youWith({ playerId: "ada", answer: line }));
    expect(after.held.answer(0)).toMatchObject({ state: "saved", response: LYON });
    // Another screen of the same player has changed it since.
    after.held.reconcile(youWith({ playerId: "ada", answer: { ...line, changes: 2 } }));
    expect(after.held.answer(0)).toMatchObject({ state: "saved", response: PARIS, ack: { changes: 2 } });
  });
});
