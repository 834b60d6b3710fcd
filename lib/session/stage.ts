import { z } from "zod";

/** The overlays that a host may put on every big screen. The next scene removes them. */
export const stageShowSchema = z.enum(["code", "answers", "correct", "rankings", "race"]);

/** How big screens look and sound. Without a choice each screen does as was chosen on it. */
export const stageSettingsSchema = z.strictObject({
  lights: z.enum(["dark", "light"]).optional(),
  sound: z
    .enum(["on", "off"])
    .optional()
    .describe("A browser plays nothing before somebody has clicked or pressed a key on the screen itself."),
});

/** The host's settings for the big screens. */
export const stageSchema = z.object({
  ...stageSettingsSchema.shape,
  show: stageShowSchema
    .nullable()
    .describe("What lies over the scene: how to join, how the room answered, …"),
});

export type StageShow = z.infer<typeof stageShowSchema>;
export type StageOrders = z.infer<typeof stageSchema>;
