/**
 * What the bench asks of a reference server: to show a question in a room, to tell everybody how it went, or to send the
 * room a board at once.
 */
export type ReferenceOrder =
  | { do: "question"; pin: string; index: number; opensAtMs: number }
  | { do: "reveal"; pin: string }
  | { do: "board"; pin: string };
