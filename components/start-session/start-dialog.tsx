"use client";

import { Play } from "lucide-react";
import { useCallback, useEffect, useState, useTransition } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import type { Settings } from "#lib/session/settings.ts";
import type { Refused } from "#lib/web/action-result.ts";
import type { PictureName } from "./look-pictures.tsx";
import { SettingsFields } from "./settings-fields.tsx";
import { StartPresets } from "./start-presets.tsx";
import { defaultSettings, rememberedSettings, rememberSettings } from "./start-settings.ts";

/** Goes to the lobby; answers only when there is none. */
export type StartSessionAction = (quizId: string, settings: Settings) => Promise<Refused>;

type StartDialogProps = {
  open: boolean;
  quiz: { id: string; title: string };
  onClose: () => void;
  startSession: StartSessionAction;
};

/** The last stop before the lobby. Everything has a default, so that Enter is enough. */
export function StartDialog({ open, quiz, onClose, startSession }: StartDialogProps) {
  const [settings, setSettings] = useState<Settings>(defaultSettings);
  const [problem, setProblem] = useState<string | null>(null);
  const [starting, start] = useTransition();
  const [storing, setStoring] = useState({ logo: false, background: false });
  const onStoring = useCallback(
    (name: PictureName, now: boolean) => setStoring((before) => ({ ...before, [name]: now })),
    [],
  );

  useEffect(() => {
    if (!open) return;
    setSettings(rememberedSettings(quiz.id));
    setProblem(null);
  }, [open, quiz.id]);

  function submit() {
    if (storing.logo || storing.background) return; // the button says that it waits
    if (settings.room.logo?.alt.trim() === "") return setProblem("Write what your logo says, or remove it.");
    rememberSettings(settings, quiz.id);
    setProblem(null);
    start(async () => {
      const { refusal } = await startSession(quiz.id, settings);
      setProblem(refusal.message);
    });
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      size="lg"
      title="Start a session"
      description={quiz.title}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            Cancel
          </Button>
          <Button onClick={submit} loading={starting || storing.logo || storing.background} data-autofocus>
            <Play aria-hidden="true" className="size-4.5 fill-current" />
            Open the lobby
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {problem && (
          <Banner tone="danger" className="mb-4">
            {problem}
          </Banner>
        )}
        <StartPresets settings={settings} onChoose={setSettings} />
        <SettingsFields settings={settings} onChange={setSettings} onStoring={onStoring} />
      </form>
    </Dialog>
  );
}
