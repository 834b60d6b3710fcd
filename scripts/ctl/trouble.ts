/** A sentence for the person at the keyboard. */
export class CtlTrouble extends Error {
  readonly code = "ctl";
}
