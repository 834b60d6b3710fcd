import { setTimeout as sleep } from "node:timers/promises";
import type { Asked } from "./asked.ts";
import { print } from "./print.ts";
import { reachServer, type Server } from "./reach.ts";
import type { Status } from "./status.ts";
import { CtlTrouble } from "./trouble.ts";

const LOOK_EVERY_MS = 1_000;
/** Sockets are sent away within some seconds; then the node is as empty as it gets. */
const WAITED_MS = 60_000;

export async function drain(asked: Asked): Promise<void> {
  const [named] = asked.rest;
  if (!named || asked.rest.length > 1)
    throw new CtlTrouble("Usage: npm run ctl -- drain NODE [--undo] [--force] [--no-wait]");
  const server = reachServer(asked);
  const { id, host } = await nodeNamed(server, named);
  if (asked.undo) {
    await server.call("DELETE", `/admin/nodes/${id}/drain`);
    print(asked, { id, draining: false }, () => `${host} takes players again.`);
    return;
  }
  await server.call("POST", `/admin/nodes/${id}/drain`, asked.force ? { force: true } : {});
  const sockets = asked["no-wait"] ? null : await emptied(server, id);
  print(asked, { id, draining: true, sockets }, () => {
    if (sockets === null) return `${host} is asked to send everybody away.`;
    return sockets === 0
      ? `${host} is empty. Stop it whenever you like (SIGTERM).`
      : `${host} takes nobody any more; ${sockets} are still connected.`;
  });
}

/** By its id, the beginning of it, or the name of its machine where only one node is there. */
async function nodeNamed(server: Server, named: string): Promise<{ id: string; host: string }> {
  const { nodes } = await server.call<Status>("GET", "/admin/status");
  const found = nodes.filter(({ id, host }) => id.startsWith(named) || host === named);
  const there = found.filter(({ state }) => state !== "silent");
  const [node] = there.length > 0 ? there : found;
  if (!node) throw new CtlTrouble(`There is no server ${named}. \`npm run ctl -- status\` lists all.`);
  if (there.length > 1) throw new CtlTrouble(`Several servers are called ${named}. Name one by its id.`);
  return node;
}

/** How many are left on it. It may have been stopped meanwhile: then none. */
async function emptied(server: Server, id: string): Promise<number> {
  const giveUpAtMs = Date.now() + WAITED_MS;
  for (;;) {
    await sleep(LOOK_EVERY_MS);
    const { nodes } = await server.call<Status>("GET", "/admin/status");
    const node = nodes.find((each) => each.id === id);
    const left = node?.sockets.all ?? 0;
    if (left === 0 || Date.now() > giveUpAtMs) return left;
  }
}
