import { readFileSync } from "node:fs";

/** Of package.json, which lies beside this code wherever it runs from its sources. */
export const PRODUCT_VERSION = (
  JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string }
).version;

/** With the first signs of the build, so that two builds of one version are told apart. */
export function buildVersion(): string {
  try {
    const stamp = readFileSync(new URL("../../.next/ovation-build.json", import.meta.url), "utf8");
    return `${PRODUCT_VERSION}+${(JSON.parse(stamp) as { hash: string }).hash.slice(0, 7)}`;
  } catch {
    return PRODUCT_VERSION;
  }
}
