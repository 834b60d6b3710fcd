import { z } from "zod";
import { RETENTION_MAX_DAYS } from "../../session/retention.ts";
import { operation } from "../operation.ts";
import { playerDataSchema, retentionPreviewSchema, retentionSchema } from "../reply-schemas.ts";

const days = (name: string) =>
  z
    .int(`\`${name}\` is a whole number of days, or null to keep for good.`)
    .min(1, `\`${name}\` is at least 1 day.`)
    .max(RETENTION_MAX_DAYS, `\`${name}\` is at most ${RETENTION_MAX_DAYS} days.`)
    .nullable();

export const retentionBodySchema = z.strictObject({
  replaceNamesAfterDays: days("replaceNamesAfterDays").describe(
    "After so many days from the end of a session, names become “Player 12”. Null keeps them.",
  ),
  deleteSessionsAfterDays: days("deleteSessionsAfterDays").describe(
    "After so many days from their end, sessions are deleted with their players, answers and results. Null keeps them.",
  ),
});

export const privacyOperations = {
  getRetention: operation({
    id: "getRetention",
    method: "GET",
    path: "/retention",
    auth: "host",
    summary: "Read how long sessions are kept",
    reply: { status: 200, description: "The rules of the workspace.", schema: retentionSchema },
    refusals: [],
  }),
  setRetention: operation({
    id: "setRetention",
    method: "PUT",
    path: "/retention",
    auth: "host",
    summary: "Choose how long sessions are kept",
    description:
      "For owners. What is due by these rules is changed or deleted right away, and what falls due later within the hour. Neither can be undone: ask for the preview first.",
    body: retentionBodySchema,
    reply: { status: 200, description: "The rules from now on.", schema: retentionSchema },
    refusals: [],
    example: { replaceNamesAfterDays: 30, deleteSessionsAfterDays: 365 },
  }),
  previewRetention: operation({
    id: "previewRetention",
    method: "POST",
    path: "/retention/preview",
    auth: "host",
    summary: "See what rules would do now",
    description: "Changes nothing.",
    body: retentionBodySchema,
    reply: { status: 200, description: "How much is due by these rules.", schema: retentionPreviewSchema },
    refusals: [],
    example: { replaceNamesAfterDays: 30, deleteSessionsAfterDays: null },
  }),
  getPlayerData: operation({
    id: "getPlayerData",
    method: "GET",
    path: "/sessions/{id}/players/{playerId}/data",
    auth: "host",
    summary: "Read all that is stored about a player",
    description: "For somebody who asks what you know about them. Answers that they replaced are among it.",
    reply: { status: 200, description: "The player and all their answers.", schema: playerDataSchema },
    refusals: ["session_not_found", "player_not_found"],
  }),
} as const;
