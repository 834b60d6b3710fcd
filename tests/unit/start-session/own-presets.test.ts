import { expect, test } from "vitest";
import { withPreset } from "#components/start-session/own-presets.ts";
import { PRESETS } from "#components/start-session/start-presets.tsx";
import { settingsSchema } from "#lib/session/settings.ts";

const settings = settingsSchema.parse({ pace: "auto", room: { theme: "grove" } });

test("[ED12] settings are kept under a name, once each, without the look of a session", () => {
  const [first] = withPreset([], "  Friday   club ", settings);
  expect(first?.name).toBe("Friday club");
  expect(first?.settings.pace).toBe("auto");
  expect(first?.settings).not.toHaveProperty("room");
  const again = withPreset([first!], "FRIDAY CLUB", settingsSchema.parse({}));
  expect(again).toHaveLength(1);
  expect(again[0]).toMatchObject({ name: "FRIDAY CLUB", settings: { pace: "host" } });
  expect(withPreset([first!], "   ", settings)).toEqual([first]);
});

test("[ED12] every preset that ships gives settings that can be started", () => {
  for (const preset of PRESETS)
    expect(settingsSchema.safeParse({ ...settings, ...preset.settings }).success, preset.name).toBe(true);
});
