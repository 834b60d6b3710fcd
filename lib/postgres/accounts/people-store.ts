import { and, asc, desc, eq, getTableColumns, gt, isNull, sql } from "drizzle-orm";
import type { Sql, TransactionSql } from "postgres";
import type { Account } from "../../auth/account-store.ts";
import type { MemberChange, PeopleStore, Person } from "../../auth/people-store.ts";
import { newId } from "../../kernel/ids.ts";
import type { Database } from "../connection/client.ts";
import { transact } from "../connection/transaction.ts";
import { accounts, invitations } from "../schema.ts";

export function postgresPeopleStore(db: Database): PeopleStore {
  const open = (nowMs: number) =>
    and(isNull(invitations.usedAtMs), isNull(invitations.revokedAtMs), gt(invitations.expiresAtMs, nowMs));

  return {
    people: async (workspaceId) => [
      ...(await db.$client<Person[]>`
        select id, email, name, role, created_at_ms::float8 as "createdAtMs" from accounts
        where ${memberOf(db.$client, workspaceId)}
        order by role <> 'owner', lower(name), id`),
    ],

    setRole: (workspaceId, accountId, role, nowMs) =>
      changingMember(db.$client, workspaceId, accountId, role === "owner", async (tx) => {
        await tx`update accounts set role = ${role} where id = ${accountId}`;
        if (role !== "owner") await revokeLinksOf(tx, accountId, nowMs);
      }),

    remove: (workspaceId, accountId, nowMs) =>
      changingMember(db.$client, workspaceId, accountId, false, async (tx) => {
        await tx`
          update accounts set removed_at_ms = ${nowMs}, email = ${`removed ${accountId}`}, password_hash = ''
          where id = ${accountId}`;
        await tx`delete from sign_ins where account_id = ${accountId}`;
        await tx`delete from api_keys where account_id = ${accountId}`;
        await revokeLinksOf(tx, accountId, nowMs);
      }),

    async endAccess(workspaceId) {
      await db.$client`delete from sign_ins where account_id in (${accountsOf(db.$client, workspaceId)})`;
      await db.$client`delete from api_keys where account_id in (${accountsOf(db.$client, workspaceId)})`;
      await db.$client`delete from invitations where workspace_id = ${workspaceId}`;
    },

    removeWorkspace: (workspaceId) =>
      transact(db.$client, async (tx) => {
        await tx`select 1 from accounts where id in (${accountsOf(tx, workspaceId)}) order by id for update`;
        const removed = await tx`delete from accounts where id in (${accountsOf(tx, workspaceId)})`;
        return removed.count > 0;
      }),

    async invite(invitation) {
      await db.insert(invitations).values(invitation);
    },

    invitations: (workspaceId, nowMs) =>
      db
        .select(INVITATION)
        .from(invitations)
        .where(and(eq(invitations.workspaceId, workspaceId), open(nowMs)))
        .orderBy(desc(invitations.createdAtMs), asc(invitations.id)),

    async invitation(id) {
      const [row] = await db
        .select({
          ...getTableColumns(invitations),
          invitedByName: sql<string>`coalesce(${accounts.name}, '')`,
        })
        .from(invitations)
        .leftJoin(accounts, eq(accounts.id, invitations.invitedBy))
        .where(eq(invitations.id, id));
      return row ?? null;
    },

    async revoke(workspaceId, id, nowMs) {
      const revoked = await db
        .update(invitations)
        .set({ revokedAtMs: nowMs })
        .where(and(eq(invitations.id, id), eq(invitations.workspaceId, workspaceId), open(nowMs)))
        .returning({ id: invitations.id });
      return revoked.length > 0;
    },

    accept: (id, { email, name, passwordHash }, nowMs) =>
      transact(db.$client, async (tx) => {
        const [invitation] = await tx<{ workspaceId: string; role: Account["role"] }[]>`
          select workspace_id as "workspaceId", role from invitations
          where id = ${id} and used_at_ms is null and revoked_at_ms is null and expires_at_ms > ${nowMs}
          for update`;
        if (!invitation) return "spent";
        const account = { id: newId(), email: email.toLowerCase(), name, ...invitation };
        const created = await tx`
          insert into accounts (id, email, name, password_hash, created_at_ms, workspace_id, role)
          values (${account.id}, ${account.email}, ${name}, ${passwordHash}, ${nowMs}, ${account.workspaceId}, ${account.role})
          on conflict (email) do nothing`;
        if (created.count === 0) return "email_taken";
        await tx`update invitations set used_at_ms = ${nowMs} where id = ${id}`;
        return account;
      }),
  };
}

const INVITATION = {
  id: invitations.id,
  email: invitations.email,
  role: invitations.role,
  createdAtMs: invitations.createdAtMs,
  expiresAtMs: invitations.expiresAtMs,
};

/** Those who were removed included. */
function accountsOf(client: Sql | TransactionSql, workspaceId: string) {
  return client`select id from accounts where workspace_id = ${workspaceId} or (workspace_id is null and id = ${workspaceId})`;
}

function memberOf(client: Sql | TransactionSql, workspaceId: string) {
  return client`(workspace_id = ${workspaceId} or (workspace_id is null and id = ${workspaceId})) and removed_at_ms is null`;
}

/** All owners are locked first: of two who leave at once, one stays. */
function changingMember(
  client: Sql,
  workspaceId: string,
  accountId: string,
  staysOwner: boolean,
  change: (tx: TransactionSql) => Promise<void>,
): Promise<MemberChange> {
  return transact(client, async (tx) => {
    const members = await tx<{ id: string; role: string }[]>`
      select id, role from accounts where ${memberOf(tx, workspaceId)} order by id for update`;
    if (!members.some(({ id }) => id === accountId)) return "not_found";
    const othersOwn = members.some(({ id, role }) => role === "owner" && id !== accountId);
    if (!staysOwner && !othersOwn) return "last_owner";
    await change(tx);
    return "done";
  });
}

async function revokeLinksOf(tx: TransactionSql, accountId: string, nowMs: number): Promise<void> {
  await tx`
    update invitations set revoked_at_ms = ${nowMs}
    where invited_by = ${accountId} and used_at_ms is null and revoked_at_ms is null`;
}
