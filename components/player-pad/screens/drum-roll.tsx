import { useTranslations } from "next-intl";
import { Avatar } from "#components/ui/player/avatar.tsx";

export function DrumRoll({ name, avatar }: { name: string; avatar?: string | undefined }) {
  const t = useTranslations("player.podium");
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-6 py-6 text-center">
      <Avatar name={name} avatar={avatar} className="animate-bob text-[3rem]" />
      <div className="grid gap-2">
        <h1 className="display text-4xl">{t("roll")}</h1>
        <p className="text-ink-muted text-lg">{t("lookUp")}</p>
      </div>
    </div>
  );
}
