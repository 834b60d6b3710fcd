import { z } from "zod";

/** What a host may lay over the scene of every big screen. The next scene removes it. */
export const stageShowSchema = z.enum(["code", "answers", "correct", "rankings", "race"]);

/** How big screens look and sound. Without a choice each screen does as was chosen on it. */
export const stageSettingsSchema = z.strictObject({
  lights: z.enum(["dark", "light"]).optional(),
  sound: z
    .enum(["on", "off"])
    .optional()
    .describe("A browser plays nothing before somebody has clicked or pressed a key on the screen itself."),
});

/** What the host has told the big screens. */
export const stageSchema = z.object({
  ...stageSettingsSchema.shape,
  show: stageShowSchema
    .nullable()
    .describe("What lies over the scene: how to join, how the room answered, …"),
});

export type StageShow = z.infer<typeof stageShowSchema>;
export type StageOrders = z.infer<typeof stageSchema>;
