import type { IncomingMessage, ServerResponse } from "node:http";
import { sendReply } from "../http/reply.ts";
import { fromNode } from "./call-request.ts";
import { type AskedCall, callFinder, calls } from "./calls.ts";

type OnRequest = (req: IncomingMessage, res: ServerResponse) => Promise<void> | void;

/** Calls that a whole room makes at once, and those that drive a session: many hosts' rooms wait for them together. */
const findCall = callFinder([
  ...[calls.join, calls.answer, calls.getView, calls.getMe, calls.updateMe, calls.getLeaderboard],
  ...[calls.command, calls.getSession],
  // An operator looks when the server is busy.
  ...[calls.getStatus, calls.listOpenSessions, calls.watchSession, calls.endAnySession],
  ...[calls.drainNode, calls.undrainNode, calls.getBackup],
  // A stream stays open for a whole session; the line before Next is for work that ends.
  ...[calls.getEvents, calls.getSessionEvents],
]);

/** Answers these calls before Next sees them: its routing costs many times what they do. Next has them, too. */
export function withFrontDoor(next: OnRequest): OnRequest {
  return function onRequest(req, res) {
    const { method = "", url = "" } = req;
    if (!url.startsWith("/api/v1/")) return next(req, res);
    const end = url.indexOf("?");
    const asked = findCall(method, end < 0 ? url : url.slice(0, end));
    return "call" in asked ? serve(asked, req, res) : next(req, res);
  };
}

async function serve({ call, params }: AskedCall, req: IncomingMessage, res: ServerResponse) {
  sendReply(res, await call.answer(fromNode(req), params));
}
