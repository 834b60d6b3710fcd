/**
 * A backup: one gzip of lines of JSON (docs/decisions/058).
 *
 *   the head       what this is, by which version, at which migration, and what signs tokens
 *   for a table    {"table": name, "columns": [...]}, then a line for each row, then {"rows": how many}
 *   the end        {"end": true, "sha256": of every byte before this line}
 *
 * A row is an array with the text of each column, as Postgres itself casts it, or null: no type is known here, so none can
 * be read wrongly. Tables come in the order in which they refer to each other.
 */
export const FORMAT = 1;

export interface BackupHead {
  ovation: "backup";
  format: number;
  /** Of the product. */
  version: string;
  /** The newest migration the database had. */
  migration: string;
  atMs: number;
  secret: BackupSecret;
}

/**
 * What tokens of players and screens are signed with. One that the server keeps in DATA_DIR goes into the backup, since
 * without it everybody would have to join anew; of one that the environment gives there is a fingerprint.
 */
export type BackupSecret = { kept: string } | { fingerprint: string };

export type TableLine = { table: string; columns: string[] };

/** The file is not what it should be; the message is a sentence for the person at the keyboard. */
export class BadBackup extends Error {
  readonly code = "bad_backup";
}
