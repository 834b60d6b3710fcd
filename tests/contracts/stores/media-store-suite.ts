import { expect, test } from "vitest";
import { newId } from "#lib/kernel/ids.ts";
import { PIECE_BYTES } from "#lib/quiz/media/media-store.ts";
import { settingsSchema } from "#lib/session/settings.ts";
import { QUIZ, type StoreContext } from "./store-context.ts";

export function mediaStoreSuite(context: () => StoreContext): void {
  const bytes = Uint8Array.from({ length: PIECE_BYTES + 1_000 }, (_, i) => (i * 31) % 251);
  const name = () => `${newId()}-4x3.png`;

  test("[MD1] a file comes back as stored, in pieces", async () => {
    const { media, newAccount } = context();
    const accountId = await newAccount();
    const id = name();
    expect(await media.size(id)).toBeNull();
    await media.put(accountId, { id, bytes });
    expect(await media.size(id)).toBe(bytes.byteLength);
    const [first, second] = [await media.piece(id, 0), await media.piece(id, 1)];
    expect(first.byteLength).toBe(PIECE_BYTES);
    expect(Buffer.concat([first, second]).equals(bytes)).toBe(true);
    await expect(media.piece(id, 2)).rejects.toThrow("gone");
    expect(await media.bytesOf(accountId)).toBe(bytes.byteLength);
  });

  test("[MD7] which of some names are an account's own files", async () => {
    const { media, newAccount } = context();
    const [mine, theirs] = [await newAccount(), await newAccount()];
    const [own, foreign, unknown] = [name(), name(), name()];
    await media.put(mine, { id: own, bytes });
    await media.put(theirs, { id: foreign, bytes });
    expect(await media.owned(mine, [own, foreign, unknown])).toEqual(new Set([own]));
    expect(await media.owned(mine, [])).toEqual(new Set());
  });

  test("[MD2] what no quiz and no session shows any more is removed, with its pieces", async () => {
    const { media, quizzes, newAccount, newSession } = context();
    const accountId = await newAccount();
    const [inQuiz, onOption, inSession, logo, loose] = [name(), name(), name(), name(), name()];
    for (const id of [inQuiz, onOption, inSession, logo, loose]) await media.put(accountId, { id, bytes });
    const shown = (id: string, option?: string) => ({
      ...QUIZ,
      questions: [
        {
          ...QUIZ.questions[0]!,
          media: { id, alt: "A map" },
          ...(option ? { options: [{ text: "", correct: true, image: { id: option, alt: "A lake" } }] } : {}),
        },
      ] as typeof QUIZ.questions,
    });
    const { id: quizId } = await quizzes.create(accountId, shown(inQuiz, onOption));
    const settings = settingsSchema.parse({ room: { logo: { id: logo, alt: "Our mark" } } });
    await newSession({ accountId, quiz: shown(inSession) as never, settings });

    expect(await media.removeUnused(0)).toBe(0);
    await media.removeUnused(Date.now() + 1_000);
    expect(await media.size(loose)).toBeNull();
    await expect(media.piece(loose, 0)).rejects.toThrow("gone");
    for (const id of [inQuiz, onOption, inSession, logo]) expect(await media.size(id)).toBe(bytes.byteLength);

    await quizzes.remove(accountId, quizId);
    await media.removeUnused(Date.now() + 1_000);
    expect(await media.size(inQuiz)).toBeNull();
    expect(await media.size(inSession)).toBe(bytes.byteLength);
  });
}
