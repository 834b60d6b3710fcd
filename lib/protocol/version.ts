/** Raised when an old page could no longer understand the server. */
export const PROTOCOL_VERSION = 1;
