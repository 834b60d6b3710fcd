import { z } from "zod";
import { NAME_MAX, parseName } from "../players/names.ts";
import { TEAMS_MAX, TEAMS_MIN } from "./team.ts";

/** How a session is played in teams; docs/SPEC.md TM*. */
export const teamSettingsSchema = z
  .strictObject({
    count: z
      .int()
      .min(TEAMS_MIN)
      .max(TEAMS_MAX)
      .optional()
      .describe(
        "How many teams; left out, as many as there are names, at least 2. With `captain` as many as may be made at most, left out 40.",
      ),
    names: z
      .array(z.string())
      .min(1)
      .max(TEAMS_MAX)
      .optional()
      .describe(
        `The teams that are there from the start, 1 to ${NAME_MAX} characters each; those beyond are called by their number.`,
      ),
    assign: z
      .enum(["choose", "draw", "captain"])
      .default("choose")
      .describe(
        "`choose`: players name the team they join. `draw`: they are drawn into the smallest. `captain`: who names a team that is not there makes it.",
      ),
    score: z
      .enum(["average", "sum"])
      .default("average")
      .describe(
        "`average`: of each question the mean points of the members who answered it, added up. `sum`: all points of all members.",
      ),
  })
  .superRefine(({ count, names = [] }, context) => {
    const keys = new Set<string>();
    names.forEach((given, index) => {
      const parsed = parseName(given);
      const problem = (message: string) =>
        context.addIssue({ code: "custom", path: ["names", index], message });
      if (!parsed.ok) problem(`Of a team: ${parsed.error.message}`);
      else if (keys.has(parsed.value.nameKey)) problem("Two teams have this name.");
      else keys.add(parsed.value.nameKey);
    });
    if (count !== undefined && count < names.length)
      context.addIssue({
        code: "custom",
        path: ["count"],
        message: `There are ${names.length} names for ${count} teams.`,
      });
  });

export type TeamSettings = z.infer<typeof teamSettingsSchema>;
