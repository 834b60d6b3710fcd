/** The port of paired remotes and of the codes that make them. Codes and tokens arrive hashed. */
export interface RemoteStore {
  /** Forgets the codes of the session that ran out before `forgetBeforeMs`. */
  offer(
    code: { id: string; sessionId: string; codeHash: string; codeUntilMs: number },
    forgetBeforeMs: number,
  ): Promise<void>;
  get(id: string): Promise<StoredRemote | null>;
  /** One of many who take a code gets it, in time. True for the same token again. */
  take(id: string, device: TakenBy, nowMs: number): Promise<boolean>;
  /** The paired devices of a session, in the order they came. */
  paired(sessionId: string): Promise<PairedRemote[]>;
  /** False if there is none any more. */
  remove(sessionId: string, id: string): Promise<boolean>;
}

export interface StoredRemote {
  id: string;
  sessionId: string;
  codeHash: string;
  codeUntilMs: number;
  tokenHash: string | null;
}

export interface TakenBy {
  tokenHash: string;
  device: string;
  pairedAtMs: number;
}

export interface PairedRemote {
  id: string;
  /** The name it gives itself: "iPhone". */
  device: string;
  pairedAtMs: number;
}
