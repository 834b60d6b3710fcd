/**
 * Writes what is made from the short descriptions beside it: the rules of the objectives, and the dashboards. A test says
 * where they differ.
 *
 *   node ops/make.mjs
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { DASHBOARDS, dashboardJson } from "./grafana/dashboards.mjs";
import { objectivesYaml } from "./prometheus/objectives.mjs";

/**
 * Path, from the folder of this file, and text of each.
 * @returns {[string, string][]}
 */
export function madeFiles() {
  return [
    ["prometheus/objectives.yml", objectivesYaml()],
    ...DASHBOARDS.map((dashboard) => [
      `grafana/dashboards/${dashboard.uid}.json`,
      `${JSON.stringify(dashboardJson(dashboard), null, 1)}\n`,
    ]),
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  for (const [path, text] of madeFiles()) {
    const file = join(import.meta.dirname, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
