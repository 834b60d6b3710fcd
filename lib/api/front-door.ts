import type { IncomingMessage, ServerResponse } from "node:http";
import { sendReply } from "../http/reply.ts";
import { currentRuntime } from "../runtime/current.ts";
import type { Answerable } from "./call.ts";
import { fromNode } from "./call-request.ts";
import { parameterNames } from "./operation.ts";
import { answer, getLeaderboard, getMe, getView, join, updateMe } from "./player-calls.ts";
import { command, getSession } from "./session-calls.ts";

type OnRequest = (req: IncomingMessage, res: ServerResponse) => Promise<void> | void;

interface Door {
  method: string;
  path: RegExp;
  names: string[];
  call: Answerable;
}

/**
 * Answers the calls that a whole room makes at once, and those that drive a session, before Next sees them: its routing
 * costs many times what they do. Anything but the plain form of such a call goes on to Next, which has the same calls.
 */
export function withFrontDoor(next: OnRequest): OnRequest {
  const doors = [join, answer, getView, getMe, updateMe, getLeaderboard, command, getSession].map(doorOf);

  return function onRequest(req, res) {
    const { method, url = "" } = req;
    if (method === "GET" && url === "/metrics") return tellMetrics(res);
    if (!url.startsWith("/api/v1/")) return next(req, res);
    const end = url.indexOf("?");
    const path = end < 0 ? url : url.slice(0, end);
    for (const door of doors) {
      if (door.method !== method) continue;
      const found = door.path.exec(path);
      if (found) return serve(door, found, req, res);
    }
    return next(req, res);
  };
}

/** As Next would (app/metrics), for a hundredth of its cost: whoever asks in a loop must not hold a game up. */
async function tellMetrics(res: ServerResponse): Promise<void> {
  const { metrics } = currentRuntime();
  const text = await metrics.text();
  res.writeHead(200, { "Content-Type": metrics.contentType, "Cache-Control": "no-store" });
  res.end(text);
}

async function serve(
  { call, names }: Door,
  found: RegExpExecArray,
  req: IncomingMessage,
  res: ServerResponse,
) {
  const params = Object.fromEntries(names.map((name, i) => [name, found[i + 1] ?? ""]));
  sendReply(res, await call.answer(fromNode(req), params));
}

/** Parameters of letters and digits alone: what would have to be decoded first is out of the ordinary. */
function doorOf(call: Answerable): Door {
  const { method, path } = call.operation;
  return {
    ...{ method, call, names: parameterNames(path) },
    path: new RegExp(`^/api/v1${path.replace(/\{\w+\}/g, "(\\w+)")}$`),
  };
}
