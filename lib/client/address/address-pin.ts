import { latinDigits } from "../../kernel/digits.ts";
import { pinDigits } from "../../kernel/pin.ts";

/** The PIN in the address of this page; empty if there is none. */
export function addressPin(): string {
  return pinDigits(new URLSearchParams(location.search).get("pin") ?? "");
}

/** The same as an expression, for the lines that a page itself carries and runs before its scripts. */
export const ADDRESS_PIN = `(${latinDigits})(new URLSearchParams(location.search).get("pin")||"").replace(/[^0-9]/g,"")`;
