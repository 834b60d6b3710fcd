/**
 * The port of pictures, sounds and films. Knowing a name is enough to read it: phones have no account, and a name holds 102
 * random bits. A file that no quiz and no session shows any more is removed after a while.
 */
export interface MediaStore {
  put(accountId: string, file: { id: string; bytes: Uint8Array }): Promise<void>;
  /** The size in bytes; null if there is no such file. */
  size(id: string): Promise<number | null>;
  /** Bytes `index * PIECE_BYTES` to the end of that piece. */
  piece(id: string, index: number): Promise<Uint8Array>;
  /** Those of the names that are complete files of the account. */
  owned(accountId: string, ids: readonly string[]): Promise<Set<string>>;
  /** The total size of the account's files. */
  bytesOf(accountId: string): Promise<number>;
  /** Removes what was stored before this instant and is in no quiz and no session of its account; returns how many. */
  removeUnused(storedBeforeMs: number): Promise<number>;
}

/** Files are kept and sent in pieces, so that no statement and no reply holds a whole film. */
export const PIECE_BYTES = 256 * 1024;
