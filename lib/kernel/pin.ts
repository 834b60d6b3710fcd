import { latinDigits } from "./digits.ts";

/** How long a PIN is. */
export const PIN_LENGTH = 6;

/** Room for gaps and for digits of two code units. What is longer is no PIN, and nothing is done with it. */
const TYPED_MAX = 100;

/** A PIN as people copy it (123 456, 123-456, ١٢٣٤٥٦), as it is stored: its digits alone, however many there are. */
export function pinDigits(typed: string): string {
  if (typed.length > TYPED_MAX) return "";
  return latinDigits(typed).replace(/[^0-9]/g, "");
}
