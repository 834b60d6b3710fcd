import { PATCHES } from "../../protocol/patch.ts";
import { PROTOCOL_VERSION } from "../../protocol/version.ts";
import { addressPin } from "../address/address-pin.ts";
import { keptToken } from "../storage/kept-seat.ts";
import type { EarlySocket } from "./early-socket.ts";

/**
 * Opens the page's early socket (early-socket.ts). The build compiles this into the head of the play page, ahead of the
 * style sheet (scripts/early-scripts.mjs): a browser runs no script behind a style sheet before that has come.
 */
export function openEarlySocket(): void {
  const pin = addressPin();
  if (!pin) return;
  const url = `${location.origin.replace(/^http/, "ws")}/ws`;
  const hello = JSON.stringify({
    type: "hello",
    protocol: PROTOCOL_VERSION,
    as: "player",
    pin,
    token: keptToken(pin),
  });
  const now = () => performance.timeOrigin + performance.now();
  const socket = new WebSocket(url, PATCHES);
  const early: EarlySocket = { url, hello, socket, heard: [] };
  socket.onopen = () => {
    early.helloAtMs = now();
    socket.send(hello);
  };
  socket.onmessage = ({ data }) => {
    const message = { data, atMs: now() };
    early.heard.push(message);
    early.hear?.(message);
  };
  window.ovationEarly = early;
}
