/**
 * The first step of the profile `monitoring`: keeps Grafana's password, and writes for Alertmanager whom it tells. Run
 * again, it writes what .env says then.
 *
 *   node ops/compose/monitoring.mjs /monitoring
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { kept, write } from "./secrets.mjs";

/**
 * Writes `grafana-password` and `alertmanager.yml` into the folder. Throws with one sentence where .env cannot be used.
 * @param {Record<string, string | undefined>} env
 * @param {string} folder
 */
export function keepMonitoring(env, folder) {
  const configuration = alertmanagerConfiguration(env);
  kept(join(folder, "grafana-password"), {
    name: "GRAFANA_PASSWORD",
    given: env.GRAFANA_PASSWORD,
    mend: "Set the old one again; or remove the volumes `monitoring` and `grafana`, and Grafana starts anew.",
  });
  write(join(folder, "alertmanager.yml"), JSON.stringify(configuration, null, 2));
}

/** Each alert to a webhook, by mail, both, or nobody; JSON, which is YAML too. Pages are told again after an hour, tickets after a day. */
function alertmanagerConfiguration({ ALERT_WEBHOOK_URL, ALERT_EMAIL, ALERT_SMTP_URL }) {
  const webhook = ALERT_WEBHOOK_URL?.trim();
  const to = ALERT_EMAIL?.trim();
  if (webhook && !isUrl(webhook, ["http:", "https:"]))
    throw new Error("ALERT_WEBHOOK_URL is not an address: write https://… as it is called.");
  if (to && !ALERT_SMTP_URL?.trim())
    throw new Error(
      "ALERT_EMAIL needs ALERT_SMTP_URL: the server by which mail is sent, smtp://user:password@host:587.",
    );
  return {
    route: {
      receiver: "operators",
      group_by: ["alertname"],
      repeat_interval: "24h",
      routes: [{ matchers: ['severity="page"'], receiver: "operators", repeat_interval: "1h" }],
    },
    receivers: [
      {
        name: "operators",
        ...(webhook ? { webhook_configs: [{ url: webhook }] } : {}),
        ...(to ? { email_configs: [{ to, send_resolved: true, ...mailServer(ALERT_SMTP_URL.trim()) }] } : {}),
      },
    ],
  };
}

function mailServer(address) {
  if (!isUrl(address, ["smtp:", "smtps:"]))
    throw new Error("ALERT_SMTP_URL is not an address: write smtp://user:password@host:587.");
  const { protocol, hostname, port, username, password } = new URL(address);
  const user = decodeURIComponent(username);
  return {
    smarthost: `${hostname}:${port || (protocol === "smtps:" ? 465 : 587)}`,
    from: user.includes("@") ? user : `ovation@${hostname}`,
    ...(user ? { auth_username: user, auth_password: decodeURIComponent(password) } : {}),
  };
}

function isUrl(text, protocols) {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    keepMonitoring(process.env, process.argv[2] ?? "/monitoring");
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
