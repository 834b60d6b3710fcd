/**
 * What docs/OPERATIONS.md promises, and how each of it is shown. `files` are tests: a proof is as good as all of them. A proof
 * without `files` runs by itself: `whyNot` says why this machine cannot, `run` resolves to what was found.
 *
 * `how` is "proved" where the real program did the real thing, "validated" where a program or schema has only read it.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { tryImage, whyNot as whyNoImage } from "./image.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const has = (program) =>
  (process.env.PATH ?? "").split(":").some((folder) => existsSync(join(folder, program)));

export const PROOFS = [
  {
    what: "the image: built from the Dockerfile, looked through, run read-only as its own user",
    how: "proved",
    long: true,
    whyNot: whyNoImage,
    run: tryImage,
  },
  {
    what: "docker-compose.yml: understood by Compose, every variable passed on, every file it mounts there",
    how: "validated",
    files: ["contracts/ops/compose"],
    only: "docker-compose.yml",
  },
  {
    what: "docker compose up as a whole",
    how: "proved",
    whyNot: () =>
      "it takes a Docker engine and images from a registry; try it by hand, as the first hour says",
  },
  {
    what: "secrets made once; a Redis Cluster of six formed, and made whole where it was half formed",
    how: "proved",
    files: ["contracts/ops/compose", "contracts/redis/redis-start"],
  },
  {
    what: "the balancer that ships: 300 players, a node and a Redis master killed, nobody out",
    how: "proved",
    files: ["system/durability/balancer"],
  },
  {
    what: "manifests: fit each other, the variables and the metrics",
    how: "validated",
    files: ["contracts/ops/kubernetes"],
  },
  {
    what: "manifests: put together by kubectl",
    how: "validated",
    short: true,
    whyNot: () => (has("kubectl") ? null : "not installed: kubectl"),
    run() {
      const folders = ["base", "example", "sockets", "monitoring"];
      for (const folder of folders)
        execFileSync("kubectl", ["kustomize", join(ROOT, "ops/kubernetes", folder)], { stdio: "pipe" });
      return `${folders.length} kustomizations; no cluster has taken them`;
    },
  },
  {
    what: "alerts: each fires when it should and not otherwise, and leads to its entry",
    how: "proved",
    files: ["contracts/ops/alerts"],
  },
  {
    what: "panels, rules and alerts: each query says something in a Prometheus that watched a game",
    how: "proved",
    files: ["system/process/monitoring"],
  },
  {
    what: "Grafana shows the panels",
    how: "proved",
    whyNot: () => "Debian has no Grafana; the panels are drawn instead",
  },
  {
    what: "logs: every event told, every field in the template with its type",
    how: "proved",
    files: ["system/process/logs"],
  },
  {
    what: "Elasticsearch, Kibana and Filebeat take them",
    how: "proved",
    whyNot: () => "Debian has none of them; a stand-in reads lines by the very template",
  },
  {
    what: "a log that nothing reads, a reader that ended, a full disk: the game goes on",
    how: "proved",
    files: ["system/process/slow-log", "unit/observability/log-output"],
  },
  {
    what: "nginx, Caddy and HAProxy, plain, as documented, with a certificate",
    how: "proved",
    files: ["system/access/proxies"],
  },
  { what: "Traefik", how: "validated", files: ["system/access/proxies"], only: "Traefik" },
  {
    what: "a database that stores nothing, is away, or has no connection left",
    how: "proved",
    files: [
      "system/durability/full-disk",
      "system/durability/connection-limit",
      "contracts/stores/stores-outage",
    ],
  },
  {
    what: "nodes killed, frozen and cut off",
    how: "proved",
    files: ["system/durability/nodes", "system/durability/durability"],
  },
  { what: "a stop ends in time, whatever others do", how: "proved", files: ["system/process/stop"] },
  { what: "floods of pages, actions and scrapes", how: "proved", files: ["system/access/floods"] },
  { what: "every command of README and docs", how: "proved", files: ["system/process/documented-commands"] },
];
