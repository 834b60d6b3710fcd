import { expect, test } from "vitest";
import { eventStream } from "#lib/runtime/events/event-stream.ts";
import { createEventStreams, lastVersionOf } from "#lib/runtime/events/event-streams.ts";
import type { LiveEvent, LiveSession } from "#lib/session/live/live-session.ts";

async function textOf(response: Response): Promise<string> {
  return new TextDecoder().decode(new Uint8Array(await response.arrayBuffer()));
}

test("[SSE3] of each kind only the latest waits for a reader that takes nothing, and it is known since when", async () => {
  let nowMs = 0;
  const stream = eventStream({ now: () => nowMs, retryMs: 2_000 }, () => {});
  for (let i = 1; i <= 1_000; i++) stream.send({ name: "view", data: `{"version":${i}}`, id: String(i) });
  expect(stream.stuckSinceMs()).toBe(0);
  nowMs = 5_000;
  stream.send({ name: "board", data: "{}" });
  expect(stream.stuckSinceMs()).toBe(0);
  stream.end({ name: "end", data: '{"reason":"ended"}' });
  const text = await textOf(stream.response);
  expect(text.startsWith("retry: 2000\n\nevent: view\nid: 1\n")).toBe(true);
  expect(text.match(/event: view/g)).toHaveLength(4);
  expect(text).toContain('id: 1000\ndata: {"version":1000}');
  expect(text.endsWith('event: end\ndata: {"reason":"ended"}\n\n')).toBe(true);
});

function world() {
  const session = { id: "s", version: 3, phase: { name: "lobby" } };
  const live = { session, roster: new Map() } as unknown as LiveSession;
  let listener: (live: LiveSession, event: LiveEvent) => void = () => {};
  const streams = createEventStreams({
    live: {
      open: async () => live,
      onEvent(heard: typeof listener) {
        listener = heard;
        return () => {};
      },
    },
    leaderboard: { top: async () => [] },
    view: ({ session: { version } }: LiveSession) => ({ version }),
    clock: { now: () => 0 },
    logger: { error: () => {} },
  } as unknown as Parameters<typeof createEventStreams>[0]);
  const open = (address = "10.0.0.1", lastVersion: number | null = null) =>
    streams.open(live, { address, lastVersion });
  const change = (version: number, name: string) => {
    Object.assign(live, { session: { ...session, version, phase: { name } } });
    listener(live, { type: "changed", before: live.session });
  };
  return { streams, open, change };
}

test("[SSE1] a reader gets the view, then each change, and the end", async () => {
  const { open, change, streams } = world();
  const opened = open();
  if (!opened.ok) throw new Error(opened.error.message);
  change(4, "question");
  change(5, "ended");
  const text = await textOf(opened.value);
  expect(text).toContain('event: view\nid: 3\ndata: {"version":3}\n\n');
  expect(text).toContain('event: view\nid: 5\ndata: {"version":5}\n\n');
  expect(text).toContain('event: end\ndata: {"reason":"ended"}\n\n');
  expect(streams.size).toBe(0);
});

test("[SSE2] a reader that comes again is sent only what is newer; after the end it is sent away for good", async () => {
  const { open, change, streams } = world();
  const same = open("10.0.0.1", 3);
  streams.drain();
  if (!same.ok) throw new Error(same.error.message);
  const text = await textOf(same.value);
  expect(text).not.toContain("event: view");
  expect(text).toContain('data: {"reason":"restarting"}');
  expect(open()).toMatchObject({ ok: false, error: { code: "draining" } });
  const later = world();
  later.change(9, "ended");
  expect(later.open("10.0.0.1", 9)).toMatchObject({ ok: true, value: { status: 204 } });
  change(9, "ended");
  expect([lastVersionOf("7"), lastVersionOf("7; drop"), lastVersionOf(null), lastVersionOf("-1")]).toEqual([
    7,
    null,
    null,
    null,
  ]);
});

test("[SSE4] one network reads a hundred streams at once, and more when some have gone", async () => {
  const { open, streams } = world();
  const all = Array.from({ length: 100 }, () => open());
  expect(open()).toMatchObject({ ok: false, error: { code: "too_many_requests" } });
  expect(open("10.0.0.2")).toMatchObject({ ok: true });
  const first = all[0]!;
  if (first.ok) await first.value.body?.cancel();
  expect(open()).toMatchObject({ ok: true });
  expect(streams.size).toBe(101);
});
