import { chmodSync, chownSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { createConnection } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { connectPostgres } from "#lib/postgres/connection/client.ts";
import { claimDataDir } from "#lib/postgres/embedded/data-dir-lock.ts";
import { EMBEDDED_POOL_SIZE, startEmbeddedPostgres } from "#lib/postgres/embedded/embedded.ts";
import { removeFolder, temporaryFolder } from "#tests/support/folders.ts";
import { START_MS } from "#tests/support/patience.ts";
import { type Child, startChild } from "#tests/support/programs/child.ts";
import { cuttableDisk } from "#tests/support/programs/cuttable-disk.ts";
import { unprivilegedUser } from "#tests/support/programs/unprivileged.ts";
import { eventually } from "#tests/support/waiting.ts";

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

function newDataDir(): string {
  const dataDir = temporaryFolder("data");
  cleanUps.push(() => removeFolder(dataDir));
  return dataDir;
}

/** A database that was made and closed, which takes seconds; [EM10] makes one of its own. */
let made: string;
beforeAll(async () => {
  made = temporaryFolder("made");
  await (await startEmbeddedPostgres({ dataDir: made })).stop();
});
afterAll(() => removeFolder(made));

function madeDataDir(): string {
  const dataDir = newDataDir();
  cpSync(made, dataDir, { recursive: true });
  return dataDir;
}

async function openDatabase(dataDir: string) {
  const embedded = await startEmbeddedPostgres({ dataDir });
  cleanUps.push(embedded.stop);
  const { db, close } = await connectPostgres({ url: embedded.url, poolSize: EMBEDDED_POOL_SIZE });
  cleanUps.push(close);
  return { embedded, client: db.$client, close };
}

/** A process of its own running a module's text, with the repository's modules at hand. */
function startScript(body: string): Child {
  const root = pathToFileURL(`${process.cwd()}/`).href;
  const script = body.replaceAll("#lib/", `${root}lib/`);
  const child = startChild(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
  cleanUps.push(() => child.kill());
  return child;
}

/** A server that saves one number after the other, and says so of each. */
function saveNumbers(dataDir: string): Child {
  return startScript(`
    import { startEmbeddedPostgres } from "#lib/postgres/embedded/embedded.ts";
    import { connectPostgres } from "#lib/postgres/connection/client.ts";
    const { url } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    const { db } = await connectPostgres({ url, poolSize: 1 });
    await db.$client\`create table kept (n int primary key)\`;
    for (let n = 1; ; n++) {
      await db.$client.begin((tx) => tx\`insert into kept values (\${n})\`);
      console.log("saved", n);
    }`);
}

async function expectAllSaved(dataDir: string, { logs }: Child): Promise<void> {
  const acknowledged = Number(logs().trim().split("saved ").at(-1));
  const { client } = await openDatabase(dataDir);
  const [row] = await client`select max(n) as last, count(*) as rows from kept`;
  expect(row!.last).toBeGreaterThanOrEqual(acknowledged);
  expect(row!.rows).toBe(row!.last);
}

test("[EM1] what was committed survives SIGKILL of the server, in the middle of writing", async () => {
  const dataDir = madeDataDir();
  const child = saveNumbers(dataDir);
  await eventually(() => expect(child.logs()).toContain("saved 200\n"));
  await child.kill();
  await expectAllSaved(dataDir, child);
});

test("[EM10] a new database, and what was committed, survives a power cut in the middle of writing", async ({
  skip,
}) => {
  const disk = cuttableDisk(256);
  if (!disk) return skip("a disk to cut off takes root on Linux");
  cleanUps.push(disk.remove);
  const dataDir = join(disk.folder, "data");
  const child = saveNumbers(dataDir);
  await eventually(() => expect(child.logs()).toContain("saved 200\n"), { withinMs: START_MS });
  child.signalAll("SIGSTOP");
  disk.cut();
  await child.kill();
  await expectAllSaved(dataDir, child);
});

test("[EM2] transactions of the pool do not run into each other", async () => {
  const { client } = await openDatabase(madeDataDir());
  await client`create table counter (n int)`;
  await client`insert into counter values (0)`;
  const increments = Array.from({ length: 40 }, () =>
    client.begin(async (tx) => {
      const [row] = await tx`select n from counter`;
      await new Promise((resolve) => setImmediate(resolve));
      await tx`update counter set n = ${row!.n + 1}`;
    }),
  );
  const failing = client.begin(async (tx) => {
    await tx`update counter set n = 1000`;
    throw new Error("undone");
  });
  await Promise.all([...increments, expect(failing).rejects.toThrow("undone")]);
  expect((await client`select n from counter`)[0]!.n).toBe(40);
});

test("[EM3] a process that dies in the middle of a transaction leaves nothing of it, and nobody waits for it", async () => {
  const { client, embedded } = await openDatabase(madeDataDir());
  await client`create table rows (n int)`;
  const child = startScript(`
    import { connectPostgres } from "#lib/postgres/connection/client.ts";
    const { db } = await connectPostgres({ url: ${JSON.stringify(embedded.url)}, poolSize: 1 });
    await db.$client.begin(async (tx) => {
      await tx\`insert into rows values (1)\`;
      console.log("inserted");
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    });`);
  await eventually(() => expect(child.logs()).toContain("inserted"));
  await child.kill();
  expect((await client`select count(*) as rows from rows`)[0]!.rows).toBe(0);
});

test("[EM4] only this user can reach the database, and nothing is left listening after it stops", async () => {
  const dataDir = madeDataDir();
  const { embedded, close } = await openDatabase(dataDir);
  const folder = new URL(embedded.url).searchParams.get("host")!;
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  await close();
  await embedded.stop();
  const refused = new Promise((resolve) =>
    createConnection(join(folder, ".s.PGSQL.5432")).once("error", resolve),
  );
  expect(await refused).toMatchObject({ code: "ENOENT" });
});

test("[EM5] stopping and starting keeps the data; a deep folder works too", async () => {
  const dataDir = join(newDataDir(), "deep".repeat(40));
  cpSync(made, dataDir, { recursive: true });
  const first = await openDatabase(dataDir);
  await first.client`create table kept as select 7 as n`;
  await first.close();
  await first.embedded.stop();
  const second = await openDatabase(dataDir);
  expect((await second.client`select n from kept`)[0]!.n).toBe(7);
});

test("[EM6] a damaged data folder is named in the error", async () => {
  const dataDir = newDataDir();
  mkdirSync(join(dataDir, "postgres"));
  writeFileSync(join(dataDir, "postgres", "PG_VERSION"), "9.6\n");
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
    `The embedded database in ${join(dataDir, "postgres")} could not be opened`,
  );
});

test("[EM7] a data folder serves one server at a time", async () => {
  const dataDir = newDataDir();
  const claim = await claimDataDir(dataDir);
  await expect(claimDataDir(dataDir)).rejects.toThrow(
    `DATA_DIR ${dataDir} is in use by another running server (process ${process.pid}).`,
  );
  claim.release();
  (await claimDataDir(dataDir)).release();
});

test("[EM7] of several servers started at once on one folder, one gets it", async () => {
  const dataDir = newDataDir();
  const claims = await Promise.allSettled(Array.from({ length: 5 }, () => claimDataDir(dataDir)));
  const won = claims.filter((claim) => claim.status === "fulfilled");
  expect(won).toHaveLength(1);
  won[0]!.value.release();
});

test("[EM7] a claim ends with its process, even by SIGKILL", async () => {
  const dataDir = newDataDir();
  const child = startScript(`
    import { claimDataDir } from "#lib/postgres/embedded/data-dir-lock.ts";
    await claimDataDir(${JSON.stringify(dataDir)});
    console.log("claimed");
    setInterval(() => {}, 1000);`);
  await eventually(() => expect(child.logs()).toContain("claimed"));
  await expect(claimDataDir(dataDir)).rejects.toThrow(`(process ${child.pid})`);
  await child.kill();
  (await claimDataDir(dataDir)).release();
});

test("[EM8] a data folder without write access is named in the error", async () => {
  const dataDir = newDataDir();
  // The rights of files do not apply to root, which becomes somebody else once all modules are loaded.
  const user = unprivilegedUser();
  if (user) chownSync(dataDir, user.uid, user.gid);
  const claims = async () => {
    const child = startScript(`
      import { claimDataDir } from "#lib/postgres/embedded/data-dir-lock.ts";
      ${user ? `process.setgid(${user.gid}); process.setuid(${user.uid});` : ""}
      await claimDataDir(${JSON.stringify(dataDir)}).then(
        (claim) => (claim.release(), console.log("claimed")),
        (error) => console.log(error.message),
      );`);
    await child.exited;
    return child.logs();
  };
  chmodSync(dataDir, 0o500);
  cleanUps.push(() => chmodSync(dataDir, 0o700));
  expect(await claims()).toContain(`DATA_DIR ${dataDir} cannot be written to (EACCES)`);
  chmodSync(dataDir, 0o700);
  expect(await claims()).toContain("claimed");
});

test("[EM8] a data folder that cannot be made is named in the error", async () => {
  const file = join(newDataDir(), "file");
  writeFileSync(file, "");
  await expect(claimDataDir(join(file, "data"))).rejects.toThrow("cannot be written to (ENOTDIR)");
});
