/**
 * Makes what the logs need: the lifecycle and the template in Elasticsearch, and the data view, the searches and the
 * dashboard in Kibana. It waits for both, and may run again at any time.
 *
 *   ELASTICSEARCH_URL=http://elasticsearch:9200 KIBANA_URL=http://kibana:5601 node ops/logs/setup.mjs
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const { ELASTICSEARCH_URL = "http://elasticsearch:9200", KIBANA_URL = "http://kibana:5601" } = process.env;
const EVERY_MS = Number(process.env.RETRY_MS ?? 3_000);
const GIVEN_UP_MS = Number(process.env.GIVEN_UP_MS ?? 600_000);

const file = (name) => readFileSync(join(import.meta.dirname, name), "utf8");
const JSON_TYPE = { "content-type": "application/json" };

await answers(`${ELASTICSEARCH_URL}/_cluster/health?wait_for_status=yellow&timeout=5s`);
await put(ELASTICSEARCH_URL, "PUT", "/_ilm/policy/ovation-logs", file("lifecycle.json"));
await put(ELASTICSEARCH_URL, "PUT", "/_index_template/ovation-logs", file("index-template.json"));

await answers(`${KIBANA_URL}/api/status`);
const form = new FormData();
form.append("file", new Blob([file("kibana.ndjson")]), "kibana.ndjson");
await put(KIBANA_URL, "POST", "/api/saved_objects/_import?overwrite=true", form);
process.stdout.write("The logs are set up.\n");

async function answers(url) {
  const startedAtMs = performance.now();
  let last = "";
  while (performance.now() - startedAtMs < GIVEN_UP_MS) {
    try {
      const reply = await fetch(url, { signal: AbortSignal.timeout(10_000) });
      if (reply.ok) return;
      last = `it says ${reply.status}`;
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
    await sleep(EVERY_MS);
  }
  fail(`${new URL(url).origin} is not ready: ${last}.`);
}

async function put(origin, method, path, body) {
  const headers = body instanceof FormData ? { "kbn-xsrf": "ovation" } : JSON_TYPE;
  const reply = await fetch(`${origin}${path}`, {
    method,
    headers,
    body,
    signal: AbortSignal.timeout(60_000),
  });
  const text = await reply.text();
  // Kibana says 200 also where an object was refused.
  if (!reply.ok || /"success":\s*false/.test(text))
    fail(`${method} ${path} was refused with ${reply.status}: ${text}`);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
