import { OWN_PAGE_PATH } from "../../protocol/own-page.ts";

/** The address this server knows itself by, if it takes nothing from a page at the address this one was opened at. */
export async function otherAddress(): Promise<string | null> {
  try {
    const response = await fetch(OWN_PAGE_PATH, { method: "POST", headers: { accept: "application/json" } });
    if (response.status !== 403) return null;
    const { code, answersAt } = (await response.json()) as { code?: unknown; answersAt?: unknown };
    return code === "bad_origin" && typeof answersAt === "string" ? answersAt : null;
  } catch {
    return null;
  }
}
