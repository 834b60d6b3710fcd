/**
 * The Dockerfile, by the real buildah and podman. Base images cannot be fetched everywhere, so the base is made here: Debian
 * by debootstrap, this machine's npm, and the Node of NODE_BINARY or of this process. Then the image is looked through,
 * and run as docker-compose.yml runs it: with a read-only root, without capabilities, as its unprivileged user.
 *
 * What is made lies in `.cache/image`; the base is kept there. With IMAGE_BUILT=1 the image that lies there is taken as it is.
 */
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const AT = join(ROOT, ".cache/image");
const BASE = /^ARG NODE_IMAGE=(\S+)/m.exec(readFileSync(join(ROOT, "Dockerfile"), "utf8"))[1];
const DEBIAN = "bookworm";
const READY_MS = 300_000;

/** Copies of every layer where the file system can lay none over another: slower, and large. */
let stores = [];
function openStores() {
  const at = join(AT, "layers");
  for (const name of ["lower", "upper", "work", "merged"]) mkdirSync(join(at, name), { recursive: true });
  const merged = join(at, "merged");
  const options = `lowerdir=${at}/lower,upperdir=${at}/upper,workdir=${at}/work`;
  let driver = "overlay";
  try {
    run("mount", ["-t", "overlay", "overlay", "-o", options, merged]);
    run("umount", [merged]);
  } catch {
    driver = "vfs";
  }
  stores = ["--storage-driver", driver, "--root", join(AT, driver), "--runroot", join(AT, `${driver}-run`)];
}

/** Why this machine cannot do it; null where it can. */
export function whyNot() {
  if (process.platform !== "linux" || process.getuid() !== 0) return "it takes root on Linux";
  const missing = ["debootstrap", "buildah", "podman", "crun", "unshare", "nsenter"].filter(
    (name) => !has(name),
  );
  return missing.length > 0 ? `not installed: ${missing.join(", ")}` : null;
}

/** Resolves to what was found, in a sentence; rejects with what is wrong. */
export async function tryImage(log = () => {}) {
  openStores();
  if (!process.env.IMAGE_BUILT) build(log);
  const { config } = JSON.parse(buildah("inspect", "--type", "image", "ovation")).Docker;
  wanted(config.User === "node", `it runs as ${config.User}`);
  wanted(config.StopSignal === "SIGTERM", "it is stopped by another signal than SIGTERM");
  wanted(Boolean(config.Healthcheck?.Test), "it has no health check");
  const contents = lookThrough();
  log("starting it");
  await enterNamespace();
  const readyMs = await runIt(config.Healthcheck.Test.slice(1), log).finally(() => namespace.kill("SIGKILL"));
  return `${contents}; ready ${(readyMs / 1000).toFixed(1)} s after its start, read-only and without capabilities, healthy by its own check, and stopped by SIGTERM with 0`;
}

function build(log) {
  const base = BASE.includes("/") ? BASE : `docker.io/library/${BASE}`;
  if (!buildah("images", "--format", "{{.Name}}:{{.Tag}}").includes(base)) makeBase(log);
  log("building the image");
  const how = ["--isolation", "chroot", "--pull-never", "--layers", "--format", "docker"];
  buildah("build", ...how, "--tag", "ovation", ROOT);
}

function makeBase(log) {
  const root = join(AT, "base");
  rmSync(root, { recursive: true, force: true });
  log(`making a base of Debian ${DEBIAN}`);
  run("debootstrap", ["--variant=minbase", DEBIAN, root]);
  const node = resolve(process.env.NODE_BINARY ?? process.execPath);
  cpSync(node, join(root, "usr/local/bin/node"));
  const modules = join(root, "usr/local/lib/node_modules");
  mkdirSync(modules, { recursive: true });
  const npm = join(run("npm", ["root", "--global"]).trim(), "npm");
  cpSync(npm, join(modules, "npm"), { recursive: true });
  for (const name of ["npm", "npx"])
    symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(root, "usr/local/bin", name));
  // By whom this machine's registry is vouched for.
  const authorities = "/etc/ssl/certs/ca-certificates.crt";
  if (existsSync(authorities)) {
    mkdirSync(join(root, "etc/ssl/certs"), { recursive: true });
    mkdirSync(join(root, "usr/local/etc"), { recursive: true });
    writeFileSync(join(root, authorities), readFileSync(authorities));
    writeFileSync(join(root, "usr/local/etc/npmrc"), `cafile=${authorities}\n`);
  }
  run("chroot", [root, "groupadd", "--gid", "1000", "node"]);
  run("chroot", [root, "useradd", "--uid", "1000", "--gid", "1000", "--create-home", "node"]);
  const container = buildah("from", "scratch").trim();
  buildah("copy", "--quiet", container, root, "/");
  buildah("config", "--cmd", "node", container);
  buildah("commit", "--quiet", "--rm", container, `docker.io/library/${BASE}`);
  rmSync(root, { recursive: true, force: true });
}

/** What must not be in it, and what must. */
function lookThrough() {
  const container = buildah("from", "--pull-never", "ovation").trim();
  try {
    const root = buildah("mount", container).trim();
    const there = (path) => existsSync(join(root, path));
    const unwanted = ["tests", "e2e", "bench", "docs", ".git", ".env", "node_modules/typescript"].filter(
      (path) => there(join("app", path)),
    );
    for (const tool of ["npm", "npx", "yarn"]) if (there(`usr/local/bin/${tool}`)) unwanted.push(tool);
    for (const pattern of ["@next/swc-*", "lightningcss*", "vitest", "playwright*", "@biomejs"])
      if (run("sh", ["-c", `ls -d ${root}/app/node_modules/${pattern} 2>/dev/null || true`]))
        unwanted.push(pattern);
    if (run("find", [join(root, "app/.next/cache"), "-type", "f"])) unwanted.push(".next/cache");
    wanted(unwanted.length === 0, `there is in it what should not be: ${unwanted.join(", ")}`);
    const owned = run("find", [
      join(root, "app"),
      "-not",
      "-uid",
      "0",
      "-not",
      "-path",
      "*/.next/cache",
    ]).trim();
    wanted(owned === "", `files of its own belong to its user: ${owned.split("\n").slice(0, 3).join(", ")}`);
    const { components = [], bomFormat } = JSON.parse(readFileSync(join(root, "app/sbom.json"), "utf8"));
    wanted(bomFormat === "CycloneDX" && components.length > 50, "sbom.json is none");
    const megabytes = Math.round(Number(run("du", ["-sk", join(root, "app")]).split("\t")[0]) / 1024);
    return `built by buildah, ${megabytes} MB of app, ${components.length} components in its SBOM, no tests, benches or build tools`;
  } finally {
    buildah("rm", container);
  }
}

/** From start to stop; resolves to how long it took until its own health check was content. */
async function runIt(check, log) {
  const port = await freePort();
  const name = `ovation-verify-${process.pid}`;
  const startedAtMs = performance.now();
  const args = [
    ...["run", "--rm", "--name", name, "--network", "host", "--cgroups", "disabled"],
    ...["--read-only", "--cap-drop", "all", "--security-opt", "no-new-privileges"],
    ...["--tmpfs", "/tmp", "--tmpfs", "/data:mode=1777", "--tmpfs", "/app/.next/cache:mode=1777"],
    // No more than this process may have itself: podman asks for a million.
    ...[`--ulimit=nofile=${openFiles()}`, "--ulimit=nproc=4096:4096"],
    ...["--env", `PORT=${port}`, "--env", "HOST=127.0.0.1", "localhost/ovation"],
  ];
  const container = podman(args);
  let said = "";
  for (const stream of [container.stdout, container.stderr])
    stream.on("data", (chunk) => {
      said += chunk;
    });
  let code;
  const ended = new Promise((done) => {
    container.once("close", (status) => {
      code = status;
      done();
    });
  });
  try {
    while ((await inside(name, check)) !== 0) {
      wanted(code === undefined, `it ended with ${code}:\n${said}`);
      wanted(performance.now() - startedAtMs < READY_MS, `it did not become healthy:\n${said}`);
      await new Promise((done) => setTimeout(done, 500));
    }
    const readyMs = performance.now() - startedAtMs;
    const refused = await inside(name, [
      "sh",
      "-c",
      "id -u | grep -qx 1000 && ! touch /app/x /usr/x 2>/dev/null",
    ]);
    wanted(refused === 0, "it may change its own files, or is not the user 1000");
    const page = await fetch(`http://127.0.0.1:${port}/join`);
    wanted(page.status === 200, `/join answers ${page.status}`);
    log("stopping it");
    podman(["kill", "--signal", "TERM", name]);
    await ended;
    wanted(code === 0, `SIGTERM ended it with ${code}:\n${said}`);
    return readyMs;
  } finally {
    if (code === undefined) podman(["rm", "--force", name]);
  }
}

async function inside(name, command) {
  const child = podman(["exec", name, ...command]);
  return new Promise((done) => child.once("close", done));
}

/**
 * All of podman runs in one namespace of mounts, where control groups are of version 2 alone, which is all that crun takes;
 * in another one it would not see the container's files.
 */
let namespace = null;
async function enterNamespace() {
  const own =
    "umount -l /sys/fs/cgroup 2>/dev/null; mount -t cgroup2 none /sys/fs/cgroup && echo there && exec sleep infinity";
  namespace = spawn("unshare", ["--mount", "sh", "-c", own], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((done) => {
    namespace.stdout.once("data", done);
    namespace.once("close", done);
  });
  wanted(namespace.exitCode === null, "there can be no namespace of mounts here");
}

function podman(args) {
  const into = [
    "--mount",
    "--target",
    String(namespace.pid),
    "podman",
    ...stores,
    "--cgroup-manager",
    "cgroupfs",
  ];
  return spawn("nsenter", [...into, ...args], { stdio: ["ignore", "pipe", "pipe"] });
}

function buildah(...args) {
  return run("buildah", [...stores, ...args]);
}

function run(program, args) {
  try {
    return execFileSync(program, args, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      maxBuffer: 2 ** 28,
    });
  } catch (error) {
    throw new Error(`${program} ${args.slice(-3).join(" ")} failed:\n${error.stderr}`.slice(-4_000));
  }
}

function wanted(is, otherwise) {
  if (!is) throw new Error(otherwise);
}

function openFiles() {
  const most = Math.min(65_536, Number(run("sh", ["-c", "ulimit -H -n"])) || 65_536);
  return `${most}:${most}`;
}

function has(program) {
  return (process.env.PATH ?? "").split(":").some((folder) => existsSync(join(folder, program)));
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
