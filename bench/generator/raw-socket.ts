import { connect, type Socket } from "node:net";

/**
 * A WebSocket client that does as little as the protocol allows, because the generator shares its cores with the
 * server: frames are read in place from one buffer for all sockets, and written with a mask of zero, which leaves the
 * text as it is. No fragments, no compression, no binary.
 */
export interface RawSocketEvents {
  open(): void;
  /** The payload is only good during the call. */
  text(payload: Buffer): void;
  /** Exactly once; 1006 without a close frame. */
  closed(code: number): void;
  received(bytes: number): void;
}

export interface RawSocketOptions {
  host: string;
  port: number;
  localAddress: string;
  path: string;
  subprotocol: string | null;
}

const READ_BYTES = 256 * 1024;
const shared = Buffer.allocUnsafe(READ_BYTES);

export class RawSocket {
  private readonly socket: Socket;
  private readonly events: RawSocketEvents;
  private upgraded = false;
  private ended = false;
  private code = 1006;
  /** The beginning of a frame, or of the answer to the upgrade, whose rest has not come yet. */
  private partial: Buffer | null = null;

  constructor({ host, port, localAddress, path, subprotocol }: RawSocketOptions, events: RawSocketEvents) {
    this.events = events;
    this.socket = connect({
      host,
      port,
      localAddress,
      noDelay: true,
      onread: {
        buffer: shared,
        callback: (bytes) => {
          this.read(shared.subarray(0, bytes));
          return true;
        },
      },
    });
    this.socket.on("connect", () => {
      this.socket.write(
        `GET ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${KEY}\r\n` +
          `${subprotocol === null ? "" : `Sec-WebSocket-Protocol: ${subprotocol}\r\n`}\r\n`,
      );
    });
    this.socket.on("error", () => {}); // "close" follows
    this.socket.on("end", () => this.socket.destroy());
    this.socket.on("close", () => this.end());
  }

  send(text: string): void {
    const length = Buffer.byteLength(text);
    const frame = length < 126 ? Buffer.allocUnsafe(6 + length) : Buffer.allocUnsafe(8 + length);
    frame[0] = 0x81;
    if (length < 126) {
      frame[1] = 0x80 | length;
      frame.writeUInt32BE(0, 2);
      frame.write(text, 6);
    } else {
      frame[1] = 0x80 | 126;
      frame.writeUInt16BE(length, 2);
      frame.writeUInt32BE(0, 4);
      frame.write(text, 8);
    }
    this.socket.write(frame);
  }

  /** Gone without a word, as a phone in a tunnel. */
  drop(): void {
    this.socket.destroy();
    this.end();
  }

  private read(chunk: Buffer): void {
    this.events.received(chunk.length);
    let data = chunk;
    if (this.partial) {
      data = Buffer.concat([this.partial, chunk]);
      this.partial = null;
    }
    if (!this.upgraded) {
      const head = data.indexOf("\r\n\r\n");
      if (head < 0) this.keep(data);
      else if (data.toString("latin1", 0, head).startsWith("HTTP/1.1 101")) {
        this.upgraded = true;
        this.events.open();
        this.frames(data.subarray(head + 4));
      } else this.drop();
      return;
    }
    this.frames(data);
  }

  private frames(data: Buffer): void {
    let at = 0;
    while (data.length - at >= 2) {
      let length = (data[at + 1] ?? 0) & 0x7f;
      let start = at + 2;
      if (length === 126) {
        if (data.length - at < 4) break;
        length = data.readUInt16BE(start);
        start += 2;
      } else if (length === 127) {
        if (data.length - at < 10) break;
        length = Number(data.readBigUInt64BE(start));
        start += 8;
      }
      const end = start + length;
      if (end > data.length) break;
      this.frame((data[at] ?? 0) & 0x0f, data.subarray(start, end));
      if (this.ended) return;
      at = end;
    }
    if (at < data.length) this.keep(data.subarray(at));
  }

  private frame(opcode: number, payload: Buffer): void {
    if (opcode === 1) this.events.text(payload);
    else if (opcode === 9) this.pong(payload);
    else if (opcode === 8) {
      this.code = payload.length >= 2 ? payload.readUInt16BE() : 1005;
      this.socket.end(Buffer.from([0x88, 0x80, 0, 0, 0, 0]));
    }
  }

  private pong(payload: Buffer): void {
    const frame = Buffer.alloc(6 + payload.length);
    frame[0] = 0x8a;
    frame[1] = 0x80 | payload.length;
    payload.copy(frame, 6);
    this.socket.write(frame);
  }

  private keep(data: Buffer): void {
    this.partial = Buffer.from(data);
  }

  private end(): void {
    if (this.ended) return;
    this.ended = true;
    this.events.closed(this.code);
  }
}

/** The server must answer it; the reply is not checked here. */
const KEY = "dGhlIHNhbXBsZSBub25jZQ==";
