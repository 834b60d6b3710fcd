"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { later, useLater } from "#components/ui/page/later.ts";

const field = later(() => import("./team-field.tsx"));

type TeamFieldProps = ComponentProps<Awaited<ReturnType<(typeof field)["fetch"]>>["TeamField"]>;

/** Until it comes, and without scripts, the browser's own field does. */
export function TeamField(props: TeamFieldProps) {
  const part = useLater(field);
  return part ? <part.TeamField {...props} /> : <PlainField {...props} />;
}

function PlainField({ teams: { list, mayMake }, error }: TeamFieldProps) {
  const t = useTranslations("join.team");
  const look = "min-h-12 rounded-md border-2 bg-surface px-3";
  return (
    <div className="grid gap-1.5 font-semibold text-sm">
      <label htmlFor="team">{t("label")}</label>
      {mayMake ? (
        <input id="team" name="team" className={look} />
      ) : (
        <select id="team" name="team" className={look}>
          <option value="">–</option>
          {list.map(({ teamId, name }) => (
            <option key={teamId} value={teamId}>
              {name}
            </option>
          ))}
        </select>
      )}
      <span role="alert">{error}</span>
    </div>
  );
}
