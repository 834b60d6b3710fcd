/** A generator process: takes orders from the bench, one at a time, and reports how it goes. Ends with the bench. */
import { type Crowd, createCrowd } from "./crowd.ts";
import type { FromGenerator, Order, Outcomes } from "./protocol.ts";

const PROGRESS_EVERY_MS = 250;

let crowd: Crowd | null = null;
process.on("disconnect", () => process.exit(0));
process.on("message", (message: { number: number; order: Order }) => {
  const { number } = message;
  obey(message.order).then(
    (outcome) => {
      // The last figures travel before the word that all is done.
      report();
      say({ type: "done", number, outcome });
    },
    (error: Error) => say({ type: "failed", number, error: error.stack ?? String(error) }),
  );
});
setInterval(report, PROGRESS_EVERY_MS);

async function obey(order: Order): Promise<Outcomes[Order["do"]]> {
  if (order.do === "setup") {
    crowd?.leave();
    crowd = createCrowd(order.setup);
    return null;
  }
  if (order.do === "leave") {
    crowd?.leave();
    crowd = null;
    return null;
  }
  if (!crowd) throw new Error(`"${order.do}" before "setup"`);
  switch (order.do) {
    case "join":
      return crowd.join(order.atOnce);
    case "connect":
      return crowd.connect(order.atOnce);
    case "enter":
      return crowd.enter(order.atOnce);
    case "round":
      crowd.round(order.spreadMs, order.door);
      return null;
    case "collect":
      return crowd.collect();
    case "reconnect":
      return crowd.reconnect(order.spreadMs);
    default:
      return order satisfies never;
  }
}

function report(): void {
  if (crowd) say({ type: "progress", progress: crowd.progress() });
}

function say(message: FromGenerator): void {
  process.send?.(message);
}
