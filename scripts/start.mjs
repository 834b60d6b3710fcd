/**
 * `npm start`: checks Node, builds the pages if the sources changed, then runs server.ts in this process.
 * `npm run dev` (--dev): no build; pages are compiled as they are asked for, and the server restarts when lib changes.
 */
import { spawn } from "node:child_process";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(
    `Ovation needs Node 20.19 or newer; this is Node ${process.versions.node}. Get a current one from nodejs.org.`,
  );
}

const development = process.argv.includes("--dev");
process.env.NODE_ENV = development ? "development" : "production";
process.env.NEXT_TELEMETRY_DISABLED ??= "1";
process.chdir(new URL("..", import.meta.url).pathname);

if (development) runWatched();
else await runBuilt();

async function runBuilt() {
  const { ensureBuild } = await import("./build-if-stale.mjs");
  try {
    await ensureBuild({ log: (line) => console.log(line) });
  } catch (error) {
    stop(error.message);
  }
  // TypeScript is only needed while server.ts loads; afterwards the loader would slow every further import.
  const { register } = await import("tsx/esm/api");
  const unregister = register();
  await import("../server.ts");
  await unregister();
}

function runWatched() {
  const tsx = new URL("../node_modules/tsx/dist/cli.mjs", import.meta.url).pathname;
  const child = spawn(process.execPath, [tsx, "watch", "--clear-screen=false", "server.ts"], {
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 1));
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
