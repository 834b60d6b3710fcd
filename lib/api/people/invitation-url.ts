import type { Runtime } from "../../runtime/runtime.ts";

/**
 * Where somebody accepts an invitation, at an address that other devices reach too. Its code sits behind the #, where no
 * server log sees it.
 */
export function invitationUrl(
  { addresses }: Pick<Runtime, "addresses">,
  code: string,
  told: string | null,
): string {
  return `${told ?? addresses.joinOrigin()}/invitation#${code}`;
}
