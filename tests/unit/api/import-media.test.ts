import { expect, test } from "vitest";
import { withImportedMedia } from "#lib/api/interchange/import-media.ts";
import { ok } from "#lib/kernel/result.ts";
import { mediaFacts } from "#lib/quiz/media/media-id.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { png } from "#tests/support/pictures.ts";

const ID = "0123456789abcdefghij-4x3.png";
const quiz = {
  title: "Pictures",
  questions: [
    {
      id: "q1",
      kind: "truefalse" as const,
      prompt: "A",
      correct: true,
      timeLimitMs: 20_000,
      points: 1 as const,
      media: { id: ID, alt: "A" },
    },
    {
      id: "q2",
      kind: "truefalse" as const,
      prompt: "B",
      correct: true,
      timeLimitMs: 20_000,
      points: 1 as const,
      media: { id: ID, alt: "B" },
    },
  ],
};

function host() {
  const stored: { id: string }[] = [];
  const runtime = {
    media: { bytesOf: async () => 0, put: async (_: string, file: { id: string }) => void stored.push(file) },
    pictures: {
      stored: async (bytes: Uint8Array) => ok({ ending: "png", bytes, size: { width: 40, height: 30 } }),
    },
  } as unknown as Pick<Runtime, "media" | "pictures">;
  return { stored, runtime };
}

test("[EXP10] an imported file is stored once, and every question that shows it has its new id", async () => {
  const { stored, runtime } = host();
  const whole = await withImportedMedia(runtime, "a1", [quiz], new Map([[ID, png(40, 30)]]));
  if (!whole.ok) throw new Error(whole.error.message);
  const ids = whole.value[0]!.questions.map(({ media }) => media.id);
  expect(stored.map(({ id }) => id)).toEqual([ids[0]]);
  expect(ids[1]).toBe(ids[0]);
  expect(mediaFacts(ids[0]!)).toMatchObject({ type: "image", width: 40, height: 30 });
  expect(whole.value[0]!.questions.map(({ id }) => id)).toEqual(["q1", "q2"]);
});

test("[EXP10] a file that cannot be shown refuses the import, with its name", async () => {
  const { stored, runtime } = host();
  const whole = await withImportedMedia(
    runtime,
    "a1",
    [quiz],
    new Map([[ID, new TextEncoder().encode("<svg/>")]]),
  );
  expect(whole).toMatchObject({ ok: false, error: { code: "unsupported_media" } });
  expect(!whole.ok && whole.error.message).toContain(ID);
  expect(stored).toEqual([]);
});
