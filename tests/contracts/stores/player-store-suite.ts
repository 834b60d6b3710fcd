import { expect, test } from "vitest";
import type { JoinOutcome, Player } from "#lib/session/player-store.ts";
import { answerOf, newPlayer, RULES, type StoreContext } from "./store-context.ts";

export function playerStoreSuite(context: () => StoreContext): void {
  test("[PS1] players join in the given order, with strictly increasing numbers", async () => {
    const { players, newSession, newPlayers } = context();
    const { id } = await newSession();
    const first = await newPlayers(id, 3);
    const groups = Array.from({ length: 8 }, () =>
      players.join(Array.from({ length: 5 }, () => newPlayer(id))),
    );
    const outcomes = await Promise.all(groups);
    for (const group of [first, ...outcomes.map((group) => group.map(joined))]) {
      const seqs = group.map((player) => player.seq);
      expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
    }
    const everybody = await players.list(id);
    expect(new Set(everybody.map((player) => player.seq)).size).toBe(43);
    expect(everybody.slice(0, 3)).toEqual(first);
    expect(first[0]).toMatchObject({ seq: 1, score: 0, streakIndex: null, removedAtMs: null });
  });

  test("[PS2] a name is unique among those present, in the group and at once", async () => {
    const { players, newSession } = context();
    const { id } = await newSession();
    const other = await newSession();
    const named = (name: string) => newPlayer(id, { name, nameKey: name.toLowerCase() });
    const outcomes = await players.join([named("Ada"), named("ADA"), newPlayer(other.id, { name: "Ada" })]);
    expect(outcomes.map(short)).toEqual(["joined", "name_taken", "joined"]);
    const race = await Promise.all(Array.from({ length: 10 }, () => players.join([named("Bob")])));
    expect(race.flat().map(short).sort()).toEqual(["joined", ...Array(9).fill("name_taken")]);
  });

  test("[PS3] removal frees the name, and is taken back unless somebody has it by then", async () => {
    const { players, newSession } = context();
    const { id } = await newSession();
    const [first] = await players.join([newPlayer(id, { name: "Ada" })]);
    const { playerId } = joined(first!);
    expect(await players.setRemoved(id, playerId, 7_000)).toMatchObject({ playerId, removedAtMs: 7_000 });
    expect(await players.setRemoved(id, playerId, null)).toMatchObject({ playerId, removedAtMs: null });
    await players.setRemoved(id, playerId, 8_000);
    const [second] = await players.join([newPlayer(id, { name: "Ada" })]);
    expect(short(second!)).toBe("joined");
    expect(await players.setRemoved(id, playerId, null)).toBe("name_taken");
    expect(await players.setRemoved(id, "nobody", null)).toBe("player_not_found");
    expect((await players.list(id)).map((player) => player.removedAtMs)).toEqual([8_000, null]);
  });

  test("[PS4] the same join key gets the same player, in the group, at once, and when removed", async () => {
    const { players, newSession } = context();
    const { id } = await newSession();
    const joinKey = `any text, of any length \u0000 ${"x".repeat(5_000)}`;
    const entry = () => newPlayer(id, { name: "Ada", joinKey });
    const outcomes = (
      await Promise.all([players.join([entry(), entry()]), players.join([entry()]), players.join([entry()])])
    ).flat();
    expect(new Set(outcomes.map((outcome) => joined(outcome).playerId)).size).toBe(1);
    expect(outcomes.map(short).sort()).toEqual(["joined", "repeat", "repeat", "repeat"]);
    const { playerId } = joined(outcomes[0]!);
    await players.setRemoved(id, playerId, 9_000);
    expect((await players.join([entry()]))[0]).toMatchObject({
      repeat: true,
      player: { playerId, removedAtMs: 9_000 },
    });
    const [elsewhere] = await players.join([newPlayer((await newSession()).id, { joinKey })]);
    expect(short(elsewhere!)).toBe("joined");
  });

  test("[PS10] an offered seat is taken once, in time, by one of many; the same key again gets the same seat", async () => {
    const { players, newSession, newPlayers } = context();
    const { id } = await newSession();
    const [ada, ben] = (await newPlayers(id, 2)) as [Player, Player];
    const claim = (joinKey: string, hash = "offer", nowMs = 1_000) =>
      players.takeSeat({ sessionId: id, hash, joinKey, network: "n", nowMs });
    expect(await claim("early")).toBeNull();
    expect(await players.offerSeat(id, ada.playerId, { hash: "old", untilMs: 2_000 })).toMatchObject(ada);
    await players.offerSeat(id, ada.playerId, { hash: "offer", untilMs: 2_000 });
    expect(await claim("too early", "old"), "an earlier offer has ended").toBeNull();
    expect(await claim("too late", "offer", 2_000)).toBeNull();
    const taken = await Promise.all(Array.from({ length: 8 }, (_, i) => claim(`device ${i}`)));
    const winner = taken.findIndex((each) => each !== null);
    expect(taken.filter((each) => each !== null)).toEqual([{ player: { ...ada, moves: 1 }, repeat: false }]);
    expect(await claim(`device ${winner}`)).toEqual({ player: { ...ada, moves: 1 }, repeat: true });
    expect(await claim("device 99")).toBeNull();
    await players.offerSeat(id, ben.playerId, { hash: "bens", untilMs: 2_000 });
    await players.setRemoved(id, ben.playerId, 1_000);
    expect(await claim("somebody", "bens")).toBeNull();
    expect(await players.offerSeat(id, ben.playerId, { hash: "x", untilMs: 2_000 })).toBe("player_not_found");
    expect((await players.get(id, ada.playerId))?.moves).toBe(1);
  });

  test("[PS10] a device that took a seat joins as that player, and the device before as nobody", async () => {
    const { players, newSession } = context();
    const { id } = await newSession();
    const entry = (joinKey: string) => newPlayer(id, { name: "Ada", joinKey });
    const [first] = await players.join([entry("the phone that died")]);
    const { playerId } = joined(first!);
    await players.offerSeat(id, playerId, { hash: "offer", untilMs: 2_000 });
    await players.takeSeat({ sessionId: id, hash: "offer", joinKey: "a tablet", network: null, nowMs: 1 });
    const [tablet, phone] = await players.join([entry("a tablet"), entry("the phone that died")]);
    expect(joined(tablet!)).toMatchObject({ playerId, moves: 1 });
    expect(short(phone!)).toBe("name_taken");
    expect(await players.findByName(id, "ada")).toMatchObject({ playerId });
    expect(await players.findByName(id, "ben")).toBeNull();
  });

  test("[PS11] networks are kept of those present of whom one is known", async () => {
    const { players, newSession } = context();
    const { id } = await newSession();
    const outcomes = await players.join([
      newPlayer(id, { network: "aaaa" }),
      newPlayer(id),
      newPlayer(id, { network: "bbbb" }),
    ]);
    const [one, , gone] = outcomes.map((outcome) => joined(outcome).playerId) as [string, string, string];
    await players.setRemoved(id, gone, 5);
    expect(await players.networks(id)).toEqual(new Map([[one, "aaaa"]]));
  });

  test("[PS5] a session never holds more than its players, however many come at once; removal makes room", async () => {
    const { players, newSession } = context();
    const { id } = await newSession();
    const one = () => newPlayer(id, { maxPlayers: 7 });
    const outcomes = (
      await Promise.all(Array.from({ length: 6 }, () => players.join([one(), one(), one()])))
    ).flat();
    expect(outcomes.map(short).sort()).toEqual([
      ...Array(7).fill("joined"),
      ...Array(11).fill("session_full"),
    ]);
    const [first] = await players.list(id);
    await players.setRemoved(id, first!.playerId, 9_000);
    expect((await players.join([one(), one()])).map(short)).toEqual(["joined", "session_full"]);
  });

  test("[PS6] an unknown session refuses its own joins only; an empty group is nothing to do", async () => {
    const { players, newSession } = context();
    const { id } = await newSession();
    expect((await players.join([newPlayer("nowhere"), newPlayer(id)])).map(short)).toEqual([
      "session_not_found",
      "joined",
    ]);
    expect(await players.join([])).toEqual([]);
  });

  test("[PS7] groups of several sessions in any order do not deadlock", async () => {
    const { players, newSession } = context();
    const ids = await Promise.all(Array.from({ length: 4 }, async () => (await newSession()).id));
    const groups = Array.from({ length: 12 }, (_, i) =>
      players.join([...ids.slice(i % 4), ...ids.slice(0, i % 4)].map((id) => newPlayer(id))),
    );
    expect((await Promise.all(groups)).flat().every((outcome) => short(outcome) === "joined")).toBe(true);
  });

  test("[PS8] several players are loaded at once, with their answers to a question", async () => {
    const { players, answers, newSession, newPlayers } = context();
    const { id } = await newSession();
    const [ada, bob, eve] = await newPlayers(id, 3);
    await answers.commit([answerOf(ada!), answerOf(eve!)], RULES);
    const loaded = await players.load(id, [ada!.playerId, bob!.playerId, "nobody"], 0);
    expect([...loaded.keys()].sort()).toEqual([ada!.playerId, bob!.playerId].sort());
    expect(loaded.get(ada!.playerId)).toMatchObject({ player: { score: 1_000 }, answer: { points: 1_000 } });
    expect(loaded.get(bob!.playerId)).toEqual({ player: bob, answer: null });
    expect((await players.load(id, [ada!.playerId], null)).get(ada!.playerId)?.answer).toBeNull();
    expect((await players.load(id, [], 0)).size).toBe(0);
    expect((await players.load("no session", [ada!.playerId], 0)).size).toBe(0);
    expect(await players.get("no session", ada!.playerId)).toBeNull();
  });

  test("[PS9] names come back as they were given, in any script", async () => {
    const { players, newSession } = context();
    const { id } = await newSession();
    const names = ["Zoë 👩‍🚀", "محمد", "李雷", 'O\'Brien "Bob" \\', "{null,NULL}", "👨‍👩‍👧‍👦"];
    await players.join(names.map((name) => newPlayer(id, { name })));
    expect((await players.list(id)).map((player) => player.name)).toEqual(names);
  });

  test("[DEL3] a deleted player takes the answers along, and nobody else's row or answer changes", async () => {
    const { players, answers, newSession, newPlayers } = context();
    const { id } = await newSession();
    const [ada, bob] = await newPlayers(id, 2);
    await answers.commit([answerOf(ada!), answerOf(bob!)], RULES);
    const before = {
      player: await players.get(id, bob!.playerId),
      answers: await answers.ofPlayer(id, bob!.playerId),
    };
    expect(await players.remove(id, ada!.playerId)).toBe(true);
    expect(await players.get(id, ada!.playerId)).toBeNull();
    expect(await answers.ofPlayer(id, ada!.playerId)).toEqual([]);
    expect(await players.get(id, bob!.playerId)).toEqual(before.player);
    expect(await answers.all(id)).toEqual(before.answers);
    expect(await players.remove(id, ada!.playerId)).toBe(false);
    const [again] = await answers.commit([answerOf(ada!)], RULES);
    expect(again).toEqual({ stored: false, code: "not_joined" });
  });

  test("[XT1] more time is kept with the player until it is taken back", async () => {
    const { players, newSession } = context();
    const { id } = await newSession();
    const [outcome] = await players.join([newPlayer(id)]);
    const { playerId } = joined(outcome!);
    expect(await players.setExtraTime(id, playerId, "2x")).toMatchObject({ playerId, extraTime: "2x" });
    expect((await players.get(id, playerId))?.extraTime).toBe("2x");
    expect(await players.setExtraTime(id, playerId, null)).toMatchObject({ extraTime: null });
    expect(await players.setExtraTime(id, "nobody", "2x")).toBe("player_not_found");
  });

  test("[TM3] teams are drawn evenly, in the group, at once, and around who has left", async () => {
    const { players, newSession } = context();
    const { id } = await newSession();
    const from = ["t1", "t2", "t3"];
    const drawn = () => newPlayer(id, { team: { kind: "draw", from } });
    await Promise.all(Array.from({ length: 4 }, () => players.join(Array.from({ length: 6 }, drawn))));
    const sizes = async () => {
      const present = (await players.list(id)).filter(({ removedAtMs }) => removedAtMs === null);
      return from.map((team) => present.filter(({ teamId }) => teamId === team).length);
    };
    expect(await sizes()).toEqual([8, 8, 8]);
    const gone = (await players.list(id)).filter(({ teamId }) => teamId === "t2").slice(0, 3);
    for (const { playerId } of gone) await players.setRemoved(id, playerId, 5_000);
    await players.join([drawn(), drawn(), drawn()]);
    expect(await sizes()).toEqual([8, 8, 8]);
  });

  test("[TM9] a team is kept with the player, and changes", async () => {
    const { players, newSession } = context();
    const { id } = await newSession();
    const outcomes = await players.join([
      newPlayer(id, { team: { kind: "team", teamId: "t2" } }),
      newPlayer(id),
    ]);
    expect(outcomes.map((outcome) => joined(outcome).teamId)).toEqual(["t2", null]);
    const { playerId } = joined(outcomes[0]!);
    expect(await players.setTeam(id, playerId, "t1")).toMatchObject({ playerId, teamId: "t1" });
    expect((await players.get(id, playerId))?.teamId).toBe("t1");
    expect(await players.setTeam(id, "nobody", "t1")).toBe("player_not_found");
  });

  test("[NM5] a chosen look is kept, and whoever chose none has none", async () => {
    const { players, newSession } = context();
    const { id } = await newSession();
    await players.join([newPlayer(id, { avatar: "2301" }), newPlayer(id)]);
    expect((await players.list(id)).map((player) => player.avatar)).toEqual(["2301", null]);
  });
}

function joined(outcome: JoinOutcome): Player {
  if (typeof outcome === "string") throw new Error(outcome);
  return outcome.player;
}

function short(outcome: JoinOutcome): string {
  if (typeof outcome === "string") return outcome;
  return outcome.repeat ? "repeat" : "joined";
}
