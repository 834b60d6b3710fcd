/** The part of Storage that is used. May throw: private windows and full disks do. */
export interface TextStorage {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}
