import { receiptSchema } from "../../record/entries.ts";
import { operation } from "../operation.ts";

export const recordOperations = {
  getRecord: operation({
    id: "getRecord",
    method: "GET",
    path: "/sessions/{id}/record",
    auth: "host",
    summary: "Download a session's record",
    description:
      "Once the winners are told: the quiz as it was opened, its settings, phases, joins, answers with the instants of their receipt, removals, regrades, outcomes and totals, one JSON object a line. Each line holds the SHA-256 of the hash before it and of its entry, so a changed line shows. `npm run verify -- FILE` recomputes every score from it.",
    reply: { status: 200, description: "NDJSON, hash-chained.", file: true },
    refusals: ["session_not_found", "command_not_possible"],
  }),
  getMyReceipt: operation({
    id: "getMyReceipt",
    method: "GET",
    path: "/pins/{pin}/me/receipt",
    auth: "player",
    summary: "Take a receipt of your answers",
    description:
      "Once the winners are told: your own answers, as they were received, and the hash that stands for everybody's. `npm run verify -- FILE --receipt RECEIPT` checks it against the host's record.",
    reply: { status: 200, description: "The receipt.", schema: receiptSchema },
    refusals: ["unknown_pin", "not_joined", "bad_token", "player_removed", "command_not_possible"],
  }),
} as const;
