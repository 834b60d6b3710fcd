import { latinDigits } from "./digits.ts";

/** How long a PIN is. */
export const PIN_LENGTH = 6;

/** A PIN as people copy it (123 456, 123-456, ١٢٣٤٥٦), as it is stored: its digits alone, however many there are. */
export function pinDigits(typed: string): string {
  return latinDigits(typed).replace(/[^0-9]/g, "");
}
