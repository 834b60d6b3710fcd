import { expect, test } from "vitest";
import { PIECE_BYTES } from "#lib/quiz/media/media-store.ts";
import { narrowPictures } from "#lib/quiz/media/narrow-pictures.ts";
import type { PictureWidth } from "#lib/quiz/media/picture-maker.ts";

function kept(answer: (width: number) => Uint8Array | null | "busy", keptBytes?: number) {
  const drawn: [number, number][] = [];
  const pictures = narrowPictures(
    {
      media: { piece: async (_, index) => new Uint8Array(index === 0 ? PIECE_BYTES : 10) },
      maker: {
        async narrow(file, width) {
          drawn.push([(await file()).byteLength, width]);
          return answer(width);
        },
      },
    },
    keptBytes,
  );
  const of = (id: string, width: PictureWidth = 480) => pictures.of({ id, size: PIECE_BYTES + 10 }, width);
  return { of, drawn };
}

test("[MD12] phones that ask at once, and later, get one drawing", async () => {
  const { of, drawn } = kept((width) => new Uint8Array(width));
  const all = await Promise.all([of("a"), of("a"), of("a", 960)]);
  expect(all.map((made) => made !== "busy" && made?.byteLength)).toEqual([480, 480, 960]);
  await of("a");
  expect(drawn).toEqual([
    [PIECE_BYTES + 10, 480],
    [PIECE_BYTES + 10, 960],
  ]);
});

test("[MD12] that a file serves as well is remembered; that nothing could be made is not", async () => {
  const none = kept(() => null);
  expect([await none.of("a"), await none.of("a"), none.drawn.length]).toEqual([null, null, 1]);
  const busy = kept(() => "busy");
  expect([await busy.of("a"), await busy.of("a"), busy.drawn.length]).toEqual(["busy", "busy", 2]);
});

test("[MD12] the ones asked for longest ago make room", async () => {
  const { of, drawn } = kept((width) => new Uint8Array(width), 2_000);
  for (const id of ["a", "b", "a", "c"]) await of(id);
  await of("a");
  expect(drawn.length).toBe(3);
  await of("b");
  expect(drawn.length).toBe(4);
});
