/** The key that is meant, letters in upper case: on a Greek or Arabic keyboard the one in the place of F is F. */
export function keyName({ key, code }: Pick<KeyboardEvent, "key" | "code">): string {
  if (/^[a-z?]$/i.test(key)) return key.toUpperCase();
  return /^Key[A-Z]$/.test(code) ? code.slice(3) : key;
}
