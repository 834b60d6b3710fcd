/**
 * The networks a caller belongs to, narrowest first, for limits per address. An IPv4 caller is one address. An IPv6 caller
 * owns a /64 at least, a home or a small office a /56, a site a /48: who has the wide one has all the narrow ones in it, so
 * a limit counts on each level, and a wider level may have more in all.
 */
export interface Network {
  key: string;
  /** How many times the limit of a single caller this network may use. */
  share: number;
}

/** Whose address is looked at only when it matters: a socket asks the kernel for it. */
export interface Caller {
  readonly address: string;
}

const WIDER = [
  { groups: 3, keepOfLast: 0xff00, bits: 56, share: 2 },
  { groups: 3, keepOfLast: 0, bits: 48, share: 4 },
] as const;

/** `address` as lib/auth/client-address.ts writes it: an IPv4 address, an IPv6 /64, or a word for one that is not known. */
export function networksOf(address: string): Network[] {
  const own: Network = { key: address, share: 1 };
  const [prefix, end] = address.split("::/");
  if (end !== "64" || prefix === undefined) return [own];
  const groups = prefix.split(":");
  const last = Number.parseInt(groups[3] ?? "0", 16);
  return [
    own,
    ...WIDER.map(({ groups: whole, keepOfLast, bits, share }) => {
      const kept = (last & keepOfLast).toString(16);
      return { key: `${[...groups.slice(0, whole), kept].join(":")}::/${bits}`, share };
    }),
  ];
}
