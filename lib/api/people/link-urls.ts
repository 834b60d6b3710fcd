import type { Runtime } from "../../runtime/runtime.ts";

/**
 * Where somebody uses a link that lets them in, at an address that other devices reach too. Its code sits behind the #,
 * where no server log sees it.
 */
export function linkUrl(
  { addresses }: Pick<Runtime, "addresses">,
  page: "invitation" | "new-password",
  code: string,
  told: string | null,
): string {
  return `${told ?? addresses.joinOrigin()}/${page}#${code}`;
}
