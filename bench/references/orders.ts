/** What the bench asks of a reference server: to show a question in a room, or to send the room a board at once. */
export type ReferenceOrder =
  | { do: "question"; pin: string; index: number; opensAtMs: number }
  | { do: "board"; pin: string };
