/** The part of WebSocket that is used. */
export interface SocketLike {
  /** Set by a socket that has said hello before it was asked for: when. */
  helloAtMs?: number;
  onopen: (() => void) | null;
  /** `atMs`: when it came, if that was earlier than now. */
  onmessage: ((event: { data: unknown; atMs?: number }) => void) | null;
  onclose: ((event: { code: number; reason: string }) => void) | null;
  onerror: (() => void) | null;
  send(data: string): void;
  close(code?: number, reason?: string): void;
}
