/** The header by which a call speaks for whoever has this token; none where the cookie does. */
export function bearer(token: string | undefined): { authorization?: string } {
  return token ? { authorization: `Bearer ${token}` } : {};
}
