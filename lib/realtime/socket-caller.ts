import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { clientAddress } from "../auth/client-address.ts";
import type { Caller } from "../limits/networks.ts";

/** The caller behind a socket. The address is worked out once, when it first matters. */
export class SocketCaller implements Caller {
  private readonly socket: Socket;
  private readonly forwardedFor: string | undefined;
  private readonly trustedProxies: number;
  private known: string | null = null;

  constructor({ socket, headers }: IncomingMessage, trustedProxies: number) {
    this.socket = socket;
    this.forwardedFor = [headers["x-forwarded-for"]].flat().join(",") || undefined;
    this.trustedProxies = trustedProxies;
  }

  get address(): string {
    const { forwardedFor, trustedProxies } = this;
    this.known ??= clientAddress({ socketAddress: this.socket.remoteAddress, forwardedFor }, trustedProxies);
    return this.known;
  }
}
