import { expect, test } from "vitest";
import { chosenSettingsSchema, settingsFrom } from "#lib/session/settings.ts";

const from = (chosen: object) => settingsFrom(chosenSettingsSchema.parse(chosen));

test("[CHG5] changing answers brings suspense along, and is refused together with instant, in plain words", () => {
  expect(from({})).toMatchObject({ ok: true, value: { reveal: "instant", changeAnswers: false } });
  expect(from({ changeAnswers: true })).toMatchObject({ ok: true, value: { reveal: "suspense" } });
  expect(from({ changeAnswers: true, reveal: "suspense" }).ok).toBe(true);
  expect(from({ changeAnswers: true, reveal: "instant" })).toMatchObject({
    ok: false,
    error: {
      code: "bad_request",
      message: expect.stringContaining('`reveal` is "suspense"'),
      problems: [{ path: "settings.reveal" }],
    },
  });
});
