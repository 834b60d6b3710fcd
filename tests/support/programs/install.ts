import { spawnSync } from "node:child_process";

export function aptCanInstall(): boolean {
  return process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
}

/** Installs Debian packages; returns what went wrong, or "". */
export function aptInstall(packages: readonly string[]): string {
  const update = run("apt-get", ["-q", ...PATIENCE, "update"]);
  const install = run("apt-get", ["-qy", ...PATIENCE, "install", "--no-install-recommends", ...packages]);
  return install && [update, install].filter(Boolean).join("\n");
}

/** Lets Playwright download its own Chromium; returns what went wrong, or "". */
export function playwrightInstallChromium(): string {
  return run("npx", ["playwright", "install", "chromium"]);
}

/** Another installation may hold the package lock: wait for it rather than fail. */
const PATIENCE = ["-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3"];

function run(command: string, args: string[]): string {
  // RUNLEVEL=1 keeps package scripts from starting a system-wide Postgres or Redis; tests start their own.
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  const { status, stdout, stderr, error } = spawnSync(command, args, { env, encoding: "utf8" });
  if (status === 0) return "";
  return `${command} ${args.join(" ")} failed: ${error?.message ?? `${stdout}\n${stderr}`.trim().slice(-2000)}`;
}
