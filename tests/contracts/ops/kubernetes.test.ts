/** That the manifests of ops/kubernetes fit each other and the server. They are not applied to a cluster here. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { SECRET_NAMES, VARIABLE_NAMES } from "#lib/config/variables.ts";
import { createMetrics } from "#lib/observability/metrics.ts";

const ROOT = join(import.meta.dirname, "../../../ops/kubernetes");

// biome-ignore lint/suspicious/noExplicitAny: a manifest has whatever its kind has
type Manifest = any;

const read = (path: string): Manifest => parse(readFileSync(join(ROOT, path), "utf8"));

const deployment = read("base/deployment.yaml");
const { spec: pod, metadata } = deployment.spec.template;
const [server] = pod.containers;

test("[CO6] each folder's kustomization takes in every manifest that is there", () => {
  for (const folder of readdirSync(ROOT)) {
    const { resources, patches = [] } = read(`${folder}/kustomization.yaml`);
    const files = readdirSync(join(ROOT, folder)).filter((file) => file !== "kustomization.yaml");
    const taken = [...resources, ...patches.map(({ path }: Manifest) => path)];
    expect(taken.filter((path) => path !== undefined && !path.startsWith("../")).sort(), folder).toEqual(
      files.sort(),
    );
  }
});

test("[CO6] service, budget, policy and autoscaler are of the server's pods, and by ports it has", () => {
  const { labels } = metadata;
  const service = read("base/service.yaml");
  expect(deployment.spec.selector.matchLabels).toEqual(labels);
  expect(service.spec.selector).toEqual(labels);
  expect(read("base/disruption-budget.yaml").spec.selector.matchLabels).toEqual(labels);
  expect(read("base/network-policy.yaml").spec.podSelector.matchLabels).toEqual(labels);
  expect(read("monitoring/service-monitor.yaml").spec.selector.matchLabels).toEqual(service.metadata.labels);
  expect(read("base/autoscaler.yaml").spec.scaleTargetRef.name).toBe(deployment.metadata.name);
  const ports = server.ports.map(({ name }: Manifest) => name);
  for (const { targetPort } of service.spec.ports) expect(ports).toContain(targetPort);
  const served = service.spec.ports.map(({ name }: Manifest) => name);
  expect(served).toContain(read("monitoring/service-monitor.yaml").spec.endpoints[0].port);
  const { backend } = read("base/ingress.yaml").spec.rules[0].http.paths[0];
  expect(backend.service).toEqual({ name: service.metadata.name, port: { name: "http" } });
});

test("[CO6] the server is given variables it knows, secrets as files, and the port its metrics are asked at", () => {
  const known = new Set<string>([...VARIABLE_NAMES, ...SECRET_NAMES.map((name) => `${name}_FILE`)]);
  const given = Object.fromEntries(server.env.map(({ name, value }: Manifest) => [name, value]));
  expect(Object.keys(given).filter((name) => !known.has(name))).toEqual([]);
  const named = read("example/kustomization.yaml").configMapGenerator[0].literals.map(
    (pair: string) => pair.split("=")[0],
  );
  expect(named.filter((name: string) => !known.has(name))).toEqual([]);
  const [, metrics] = server.ports;
  expect(given.METRICS_PORT).toBe(String(metrics.containerPort));
  const mounts = Object.fromEntries(
    server.volumeMounts.map(({ mountPath, name }: Manifest) => [mountPath, name]),
  );
  for (const [name, path] of Object.entries(given))
    if (name.endsWith("_FILE")) expect(path).toMatch(/^\/secrets\//);
  // What the image writes to, and nothing else.
  expect(mounts).toEqual({
    "/secrets": "secrets",
    "/data": "data",
    "/tmp": "tmp",
    "/app/.next/cache": "cache",
  });
});

test("[CO6] a pod fits the restricted profile, and has the time to drain", () => {
  expect(pod.securityContext).toMatchObject({
    runAsNonRoot: true,
    seccompProfile: { type: "RuntimeDefault" },
  });
  expect(server.securityContext).toEqual({
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ["ALL"] },
  });
  const pauseMs = Number(/\d{4,}/.exec(server.lifecycle.preStop.exec.command.join(" "))![0]);
  // docs/OPERATIONS.md: at the latest after 27 s.
  expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(pauseMs / 1_000 + 27);
});

test("[CO6] the sockets by which it scales are a metric that the server has", async () => {
  const { name } = read("sockets/autoscaler.yaml").spec.metrics[0].pods.metric;
  expect(await createMetrics().text()).toContain(`# TYPE ${name} gauge`);
});
