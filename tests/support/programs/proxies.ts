import { readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { removeFolder, temporaryFolder } from "../folders.ts";
import { eventually } from "../waiting.ts";
import { type Child, startChild } from "./child.ts";
import { type ProxyName, proxyBinary } from "./parts.ts";
import { freePort } from "./ports.ts";

/** A real reverse proxy on 127.0.0.1, with a configuration of its own and all its files in a temporary folder. */
export interface TestReverseProxy {
  readonly port: number;
  logs(): string;
  stop(): Promise<void>;
}

/** Where it listens, and the port of the server behind it. */
interface Places {
  port: number;
  behind: number;
}

/** Starts a proxy. `configured` is only what somebody writes for one site; what a test needs around it is added here. */
export async function startReverseProxy(
  name: ProxyName,
  configured: (places: Places) => string,
  { behind, port }: { behind: number; port?: number },
): Promise<TestReverseProxy> {
  const places = { port: port ?? (await freePort()), behind };
  const folder = temporaryFolder(name);
  const child = START[name](configured(places), folder);
  await eventually(async () => {
    if (!child.running) throw new Error(`${name} ended:\n${child.logs()}`);
    await accepts(places.port);
  });
  return {
    port: places.port,
    logs: () => child.logs(),
    async stop() {
      await child.kill();
      await removeFolder(folder);
    },
  };
}

const START: Record<ProxyName, (configuration: string, folder: string) => Child> = {
  nginx(configuration, folder) {
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((each) => `${each}_temp_path ${join(folder, each)};`)
      .join("\n  ");
    // One process, so that it needs no second user.
    const file = written(
      folder,
      "nginx.conf",
      `daemon off;\nmaster_process off;\npid ${join(folder, "pid")};\nerror_log stderr warn;\nevents {}\nhttp {\n  access_log off;\n  ${temporary}\n${configuration}\n}\n`,
    );
    return startChild(proxyBinary("nginx"), ["-e", "stderr", "-p", folder, "-c", file], { folder });
  },
  caddy(configuration, folder) {
    const file = written(
      folder,
      "Caddyfile",
      `{\n  admin off\n  skip_install_trust\n  auto_https disable_redirects\n}\n${configuration}\n`,
    );
    // Its certificates go into the folder, too.
    const env = { PATH: process.env.PATH, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
    return startChild(proxyBinary("caddy"), ["run", "--adapter", "caddyfile", "--config", file], {
      env,
      folder,
    });
  },
  haproxy(configuration, folder) {
    const file = written(folder, "haproxy.cfg", `${configuration}\n`);
    return startChild(proxyBinary("haproxy"), ["-db", "-f", file], { folder });
  },
};

/** The site's configuration that the operators' page shows for a proxy, for a test's places. */
export function documented(name: ProxyName, variant = ""): (places: Places) => string {
  const page = readFileSync(join(import.meta.dirname, "../../../docs/OPERATIONS.md"), "utf8");
  const block = new RegExp(`\`\`\`${name}${variant && ` ${variant}`}\\n([\\s\\S]*?)\\n\`\`\``).exec(
    page,
  )?.[1];
  if (!block) throw new Error(`docs/OPERATIONS.md shows no configuration of ${name}`);
  return ({ port, behind }) =>
    block
      .replaceAll("127.0.0.1:3000", `127.0.0.1:${behind}`)
      .replace(/^(\s*listen) 80;/m, `$1 127.0.0.1:${port};`)
      .replace(/^(\s*listen) 443 ssl;/m, `$1 127.0.0.1:${port} ssl;`)
      .replace(/^(\s*bind) :443 /m, `$1 127.0.0.1:${port} `)
      .replace(/^(\s*bind) :80$/m, `$1 127.0.0.1:${port}`)
      // A name that the world does not know gets a certificate of Caddy's own making.
      .replace(/^(quiz\.example\.com) \{/m, `https://$1:${port} {\n  tls internal`);
}

function written(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function accepts(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve();
    });
    socket.once("error", reject);
  });
}
