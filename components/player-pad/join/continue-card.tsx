import { useTranslations } from "next-intl";
import { Button } from "#components/ui/buttons/button.tsx";
import { buttonStyles } from "#components/ui/buttons/button-styles.ts";
import { Avatar } from "#components/ui/player/avatar.tsx";
import { BigName } from "../big-name.tsx";

type ContinueCardProps = {
  pin: string;
  name: string;
  avatar: string | undefined;
  title: string | null;
  onOther(): void;
};

/** This browser is in already: the way back comes first. */
export function ContinueCard({ pin, name, avatar, title, onOther }: ContinueCardProps) {
  const t = useTranslations("join");
  return (
    <div className="grid gap-6 text-center">
      <div className="grid justify-items-center gap-4">
        <Avatar name={name} avatar={avatar} className="animate-pop text-[2.75rem]" />
        <div className="grid max-w-full gap-1.5">
          <h1 className="font-semibold text-ink-muted text-lg">{t("welcomeBack")}</h1>
          <BigName name={name} />
        </div>
        {title && (
          <p dir="auto" className="break-words text-ink-muted">
            {title}
          </p>
        )}
      </div>
      <div className="grid gap-3">
        <a href={`/play?pin=${pin}`} className={buttonStyles("primary", "xl", "min-w-0")}>
          <span className="truncate">
            {t.rich("continueAs", { name: () => <bdi translate="no">{name}</bdi> })}
          </span>
        </a>
        <Button variant="ghost" size="lg" onClick={onOther}>
          {t("somebodyElse")}
        </Button>
      </div>
    </div>
  );
}
