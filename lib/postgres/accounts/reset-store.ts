import type { Account } from "../../auth/account-store.ts";
import type { ResetStore, StoredReset } from "../../auth/reset-store.ts";
import type { Database } from "../connection/client.ts";
import { transact } from "../connection/transaction.ts";

export function postgresResetStore({ $client: client }: Database): ResetStore {
  return {
    async offer({ id, accountId, secretHash, expiresAtMs }) {
      await client`
        insert into password_resets (id, account_id, secret_hash, expires_at_ms)
        values (${id}, ${accountId}, ${secretHash}, ${expiresAtMs})
        on conflict (account_id) do update
          set id = excluded.id, secret_hash = excluded.secret_hash, expires_at_ms = excluded.expires_at_ms, used_at_ms = null`;
    },

    async get(id) {
      const [row] = await client<StoredReset[]>`
        select r.id, r.account_id as "accountId", r.secret_hash as "secretHash", r.expires_at_ms::float8 as "expiresAtMs",
          r.used_at_ms::float8 as "usedAtMs", a.email
        from password_resets r join accounts a on a.id = r.account_id and a.removed_at_ms is null
        where r.id = ${id}`;
      return row ?? null;
    },

    use: (id, passwordHash, nowMs) =>
      transact(client, async (tx) => {
        const [used] = await tx<{ accountId: string }[]>`
          update password_resets set used_at_ms = ${nowMs}
          where id = ${id} and used_at_ms is null and expires_at_ms > ${nowMs}
          returning account_id as "accountId"`;
        if (!used) return null;
        const [account] = await tx<Account[]>`
          update accounts set password_hash = ${passwordHash}
          where id = ${used.accountId} and removed_at_ms is null
          returning id, email, name, role, coalesce(workspace_id, id) as "workspaceId"`;
        await tx`delete from sign_ins where account_id = ${used.accountId}`;
        return account ?? null;
      }),
  };
}
