import { expect, test } from "vitest";
import { newId } from "#lib/kernel/ids.ts";
import type { StoreContext } from "./store-context.ts";

export function remoteStoreSuite(context: () => StoreContext): void {
  const offered = async (sessionId?: string, codeUntilMs = 1_000) => {
    const { remotes, newSession } = context();
    const code = {
      id: newId(),
      sessionId: sessionId ?? (await newSession()).id,
      codeHash: newId(),
      codeUntilMs,
    };
    await remotes.offer(code, 0);
    return code;
  };
  const phone = (name = "iPhone") => ({ tokenHash: newId(), device: name, pairedAtMs: 500 });

  test("[REM2] of ten devices that take one code at once, one gets it, and again when it asks again", async () => {
    const { remotes } = context();
    const { id, sessionId, codeHash } = await offered();
    expect(await remotes.get(id)).toEqual({ id, sessionId, codeHash, codeUntilMs: 1_000, tokenHash: null });
    const phones = Array.from({ length: 10 }, (_, i) => phone(`Phone ${i}`));
    const taken = await Promise.all(phones.map((each) => remotes.take(id, each, 999)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    const winner = phones[taken.indexOf(true)]!;
    expect((await remotes.get(id))?.tokenHash).toBe(winner.tokenHash);
    expect(await remotes.take(id, winner, 5_000)).toBe(true);
    expect(await remotes.take(id, phone(), 999)).toBe(false);
    expect(await remotes.paired(sessionId)).toEqual([{ id, device: winner.device, pairedAtMs: 500 }]);
  });

  test("[REM2] a code that ran out is taken by nobody, and forgotten when asked to", async () => {
    const { remotes } = context();
    const { id, sessionId } = await offered(undefined, 1_000);
    expect(await remotes.take(id, phone(), 1_000)).toBe(false);
    expect(await remotes.paired(sessionId)).toEqual([]);
    const kept = await offered(sessionId, 3_000);
    await remotes.take(kept.id, phone(), 0);
    await remotes.offer({ ...kept, id: newId() }, 9_000);
    expect(await remotes.get(id)).toBeNull();
    expect(await remotes.get(kept.id)).not.toBeNull();
    expect(await remotes.get("none")).toBeNull();
  });

  test("[REM4] a removed device is gone, and only by the session it belongs to", async () => {
    const { remotes, newSession } = context();
    const { id, sessionId } = await offered();
    await remotes.take(id, phone(), 0);
    expect(await remotes.remove((await newSession()).id, id)).toBe(false);
    expect(await remotes.paired(sessionId)).toHaveLength(1);
    expect(await remotes.remove(sessionId, id)).toBe(true);
    expect(await remotes.remove(sessionId, id)).toBe(false);
    expect(await remotes.get(id)).toBeNull();
  });
}
