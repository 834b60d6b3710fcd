import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { clientAddress } from "../auth/address.ts";
import type { Caller } from "../limits/networks.ts";

/** Who opened a socket. The kernel is asked for the address when it first matters: a join storm does without. */
export class SocketCaller implements Caller {
  private readonly socket: Socket;
  private readonly forwardedFor: string | undefined;
  private readonly trustedProxies: number;

  constructor({ socket, headers }: IncomingMessage, trustedProxies: number) {
    this.socket = socket;
    this.forwardedFor = [headers["x-forwarded-for"]].flat().join(",") || undefined;
    this.trustedProxies = trustedProxies;
  }

  get address(): string {
    const { forwardedFor, trustedProxies } = this;
    return clientAddress({ socketAddress: this.socket.remoteAddress, forwardedFor }, trustedProxies);
  }
}
