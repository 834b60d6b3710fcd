/** The port for attempt limits (sign-in, PIN guesses): so many tries per key in a window, over all nodes. */
export interface AttemptLimiter {
  /** Counts one attempt. When refused, says after how many milliseconds to come back. */
  consume(
    limit: AttemptLimit,
    key: string,
  ): Promise<{ allowed: true } | { allowed: false; retryAfterMs: number }>;
  /** Forgets the attempts of a key, after a success. */
  reset(limit: AttemptLimit, key: string): Promise<void>;
}

/**
 * Wrong PINs of the strangers at one address, by any door. A class behind one address that types its PIN wrong a few dozen
 * times is not held up; at this pace all six digits take five days (docs/decisions/026).
 */
export const PIN_GUESSES: AttemptLimit = { name: "pin_guess", attempts: 120, windowMs: 60_000 };

/** New requests for somebody's seat from one address. Asking for its state is not counted. */
export const SEAT_REQUESTS: AttemptLimit = { name: "seat_request", attempts: 20, windowMs: 60_000 };
/** Codes for a seat, tried from one address. At this pace a code is guessed once in a million years. */
export const SEAT_CODES: AttemptLimit = { name: "seat_code", attempts: 20, windowMs: 60_000 };

/** Codes that make a phone the host's remote, tried from one address. They are 128 bits; this only bounds the asking. */
export const REMOTE_CODES: AttemptLimit = { name: "remote_code", attempts: 20, windowMs: 60_000 };

/** Links of invitations, tried or looked at from one address. They are 192 bits; this only bounds the asking. */
export const INVITATIONS: AttemptLimit = { name: "invitation", attempts: 60, windowMs: 60_000 };

/** Links that set a password anew, in the same way. */
export const RESET_LINKS: AttemptLimit = { name: "reset_link", attempts: 60, windowMs: 60_000 };
/** Mails asked for from one address, and mails to one account. */
export const RESET_MAILS: AttemptLimit = { name: "reset_mail", attempts: 20, windowMs: 3_600_000 };
export const RESET_MAILS_TO: AttemptLimit = { name: "reset_mail_to", attempts: 5, windowMs: 3_600_000 };

export interface AttemptLimit {
  name:
    | "sign_in_account"
    | "sign_in_account_after"
    | "sign_in_address"
    | "sign_in_address_after"
    | "sign_in_device"
    | "sign_in_device_after"
    | "pin_guess"
    | "pin_guess_client"
    | "pin_guess_known"
    | "pin_guess_held"
    | "seat_request"
    | "seat_code"
    | "remote_code"
    | "invitation"
    | "reset_link"
    | "reset_mail"
    | "reset_mail_to";
  attempts: number;
  windowMs: number;
}
