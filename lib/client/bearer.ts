/** The header that authorizes a call by this token; none where the cookie does. */
export function bearer(token: string | undefined): { authorization?: string } {
  return token ? { authorization: `Bearer ${token}` } : {};
}
