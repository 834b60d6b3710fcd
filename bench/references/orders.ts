/** What the bench asks of a reference server: to show a question, in all rooms or in one. */
export interface ReferenceOrder {
  pin: string;
  index: number;
  opensAtMs: number;
}
