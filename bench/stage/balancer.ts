/**
 * A plain TCP balancer, as a process of its own: each connection goes to the next server in turn and stays there.
 * Arguments: the port to listen on, then the ports of the servers.
 */
import { createServer, connect as dial } from "node:net";

const [listenPort = 0, ...ports] = process.argv.slice(2).map(Number);
/** Not the address clients come from, so that both have ports enough. */
const FROM = process.platform === "linux" ? "127.0.0.9" : "127.0.0.1";
let turn = 0;

const listener = createServer({ noDelay: true, allowHalfOpen: true }, (near) => {
  turn += 1;
  const port = ports[turn % ports.length] ?? 0;
  const far = dial({ host: "127.0.0.1", port, localAddress: FROM, noDelay: true, allowHalfOpen: true });
  near.pipe(far).pipe(near);
  near.on("error", () => far.destroy());
  far.on("error", () => near.destroy());
  near.on("close", () => far.destroy());
  far.on("close", () => near.destroy());
});
listener.listen({ port: listenPort, host: "127.0.0.1", backlog: 4_096 }, () => process.send?.("ready"));
process.on("disconnect", () => process.exit(0));
