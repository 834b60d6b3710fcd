/** Where people join, as they read it from the wall and type it, and as the QR code carries it. */
export interface JoinAddress {
  /** Without https://, which nobody types. */
  host: string;
  url: string;
}

export function joinAddress(origin: string, pin: string): JoinAddress {
  const url = new URL("/join", origin);
  url.searchParams.set("pin", pin);
  return { host: url.host, url: url.href };
}
