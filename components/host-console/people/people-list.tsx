"use client";

import { useState } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { Select } from "#components/ui/fields/select.tsx";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { Avatar } from "#components/ui/player/avatar.tsx";
import type { Person } from "#lib/auth/people-store.ts";
import type { Role } from "#lib/auth/rights.ts";
import type { ActionResult } from "#lib/web/action-result.ts";
import { useDone } from "../use-done.ts";
import { PasswordLink } from "./password-link.tsx";
import { ROLE_CHOICES, ROLE_TEXTS } from "./role-texts.ts";

type PeopleActions = {
  setRole(id: string, role: Role): Promise<ActionResult<object>>;
  remove(id: string): Promise<ActionResult<object>>;
  passwordLink(id: string): Promise<ActionResult<{ url: string }>>;
};

type PeopleListProps = {
  people: readonly Person[];
  /** Whose page it is. */
  you: string;
  /** Null for who may only look. */
  actions: PeopleActions | null;
};

const CHOICES = ROLE_CHOICES.map((value) => ({ value, label: ROLE_TEXTS[value].name }));

export function PeopleList({ people, you, actions }: PeopleListProps) {
  const [removing, setRemoving] = useState<Person | null>(null);
  const { working, done } = useDone();
  const owners = people.filter(({ role }) => role === "owner").length;

  return (
    <>
      <ul aria-label="People" className="divide-y rounded-xl border bg-surface">
        {people.map((person) => {
          const { id, name, email, role } = person;
          const stays = role === "owner" && owners === 1;
          return (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-3.5">
              <Avatar name={name} look="initial" className="size-10 shrink-0 text-base" />
              <span className="grid min-w-0 flex-1 basis-40">
                <span className="flex flex-wrap items-center gap-2">
                  <span className="break-words font-semibold">{name}</span>
                  {id === you && <Badge>You</Badge>}
                </span>
                <span className="break-all text-ink-muted text-sm">{email}</span>
              </span>
              {actions === null || stays || id === you ? (
                <span className="font-medium text-ink-muted">{ROLE_TEXTS[role].name}</span>
              ) : (
                <span className="flex items-center gap-1 max-sm:w-full">
                  <Select
                    label={`Role of ${name}`}
                    hideLabel
                    choices={CHOICES}
                    value={role}
                    onChange={(wanted) =>
                      done(
                        () => actions.setRole(id, wanted),
                        `${name} is ${ROLE_TEXTS[wanted].name.toLowerCase()} now.`,
                      )
                    }
                    className="w-34 max-sm:flex-1"
                  />
                  <PasswordLink name={name} make={() => actions.passwordLink(id)} />
                  <Button variant="ghost" onClick={() => setRemoving(person)} aria-label={`Remove ${name}`}>
                    Remove
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <ConfirmDialog
        open={removing !== null}
        title={`Remove ${removing?.name ?? ""}?`}
        description="They will be signed out everywhere, and their API keys and open invitations will stop working. The quizzes and sessions they made stay."
        confirmLabel={`Remove ${removing?.name ?? ""}`}
        tone="danger"
        pending={working}
        onCancel={() => setRemoving(null)}
        onConfirm={() => {
          if (!removing || !actions) return;
          done(
            () => actions.remove(removing.id),
            `${removing.name} is removed.`,
            () => setRemoving(null),
          );
        }}
      />
    </>
  );
}
