import { ADDRESS_PIN } from "../address/address-pin.ts";
import { JOIN_SLOT } from "./kept-seat.ts";

/**
 * The join form works before its scripts come: lines in the page itself put the PIN of a link into it, and keep what a form that the
 * browser posts by itself says, so that a tab without cookies finds its seat as any other (docs/decisions/020).
 */
export const EARLY_JOIN_SCRIPT = `try{(${earlyJoin})(${ADDRESS_PIN},"${JOIN_SLOT}")}catch(e){}`;

/** The page carries this function as text, so it uses nothing from outside. */
function earlyJoin(pin: string, slot: string): void {
  const field = document.getElementById("pin");
  if (field instanceof HTMLInputElement && field.value === "" && pin.length === 6)
    field.value = `${pin.slice(0, 3)} ${pin.slice(3)}`;
  // Behind the scripts' own listener: what they take care of is none of ours.
  addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
    const [joinKey, name, typed] = ["joinKey", "name", "pin"].map((each) => form.elements.namedItem(each));
    if (!(joinKey instanceof HTMLInputElement && name instanceof HTMLInputElement)) return;
    if (!(typed instanceof HTMLInputElement)) return;
    if (joinKey.value === "")
      joinKey.value = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
        (byte + 256).toString(16).slice(1),
      ).join("");
    const key = slot + typed.value.replace(/\D/g, "");
    const join = JSON.stringify({ name: name.value, joinKey: joinKey.value });
    try {
      sessionStorage.setItem(key, join);
    } catch {
      window.name = JSON.stringify({ [key]: join });
    }
  });
}
