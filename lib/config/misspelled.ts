import { editDistance } from "../kernel/edit-distance.ts";
import { VARIABLE_NAMES, type VariableName } from "./variables.ts";

/**
 * Variables that look like ours but are not: a server that silently ignores `REDIS_URI` runs without Redis and nobody
 * knows why. The environment is full of foreign names, so only near misses of names with an underscore count, and
 * anything that starts with OVATION_.
 */
export function misspelled(
  env: Record<string, string | undefined>,
): { name: string; meant: VariableName | null }[] {
  return Object.keys(env).flatMap((name) => {
    if (isOurs(name) || env[name] === undefined) return [];
    if (/^OVATION_/i.test(name)) {
      return KUBERNETES_LINK.test(name)
        ? []
        : [{ name, meant: nearest(name.slice("OVATION_".length), true) }];
    }
    const meant = nearest(name, false);
    return meant ? [{ name, meant }] : [];
  });
}

/** A Kubernetes service named `ovation` puts these into every pod beside it. */
const KUBERNETES_LINK = /^OVATION_(\w+_)?(SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT(_\d+_\w+)?)$/;

/** With two typing errors in eight letters, too many foreign names would match. */
const SHORT_NAME = 9;
const SLIPS_MAX = 2;

function nearest(name: string, withShortNames: boolean): VariableName | null {
  const upper = name.toUpperCase();
  const candidates = VARIABLE_NAMES.filter(
    (ours) => ours.includes("_") || (withShortNames && ours === upper),
  );
  const near = candidates
    .map((ours) => ({ ours, distance: editDistance([...upper], [...ours], SLIPS_MAX) }))
    .filter(({ ours, distance }) => distance <= (ours.length < SHORT_NAME ? 1 : SLIPS_MAX));
  return near.sort((a, b) => a.distance - b.distance)[0]?.ours ?? null;
}

function isOurs(name: string): boolean {
  return (VARIABLE_NAMES as string[]).includes(name);
}
