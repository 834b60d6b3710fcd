import { makeApiKey } from "#lib/auth/api-keys.ts";
import { KEY_SCOPES, type KeyScope } from "#lib/auth/rights.ts";
import { loadConfig } from "#lib/config/load.ts";
import { postgresAccountStore } from "#lib/postgres/accounts/account-store.ts";
import { postgresPeopleStore } from "#lib/postgres/accounts/people-store.ts";
import { connectPostgres } from "#lib/postgres/connection/client.ts";
import { postgresOverviewStore } from "#lib/postgres/operator/overview-store.ts";
import type { Asked } from "./asked.ts";
import { print } from "./print.ts";
import { findServer, reachServer } from "./reach.ts";
import { CtlTrouble } from "./trouble.ts";

interface Made {
  key: string;
  name: string;
  scope: KeyScope;
}

/** A key of the owner. Whoever can reach the database needs no other key for that. */
export async function key(asked: Asked): Promise<void> {
  const name = asked.rest[0] ?? "ctl";
  const scope = asked.scope ?? "admin";
  if (!isScope(scope)) throw new CtlTrouble(`--scope is one of ${KEY_SCOPES.join(", ")}; it is “${scope}”.`);
  const { databaseUrl } = loadConfig();
  const made =
    databaseUrl && !asked.url && !asked.key
      ? await inDatabase(databaseUrl, { name, scope })
      : await (findServer(asked) ?? reachServer(asked)).call<Made>("POST", "/keys", { name, scope });
  print(asked, { key: made.key, name, scope }, () => `${made.key}\nIt is shown this once. Scope: ${scope}.`);
}

async function inDatabase(url: string, asked: { name: string; scope: KeyScope }): Promise<Made> {
  const { db, close } = await connectPostgres({ url, poolSize: 1 });
  try {
    const workspace = await postgresOverviewStore(db).firstWorkspace();
    const people = workspace === null ? [] : await postgresPeopleStore(db).people(workspace);
    const owner = people.find(({ role }) => role === "owner");
    if (!owner || workspace === null)
      throw new CtlTrouble("There is no owner in this database yet. Start a server once.");
    const made = await makeApiKey(
      { accounts: postgresAccountStore(db), now: () => Date.now() },
      { id: owner.id, email: owner.email, name: owner.name, workspaceId: workspace, role: "owner" },
      asked,
    );
    if (!made) throw new CtlTrouble("The owner has 50 API keys. Remove one first.");
    return { key: made.key, ...asked };
  } finally {
    await close();
  }
}

function isScope(text: string): text is KeyScope {
  return (KEY_SCOPES as readonly string[]).includes(text);
}
