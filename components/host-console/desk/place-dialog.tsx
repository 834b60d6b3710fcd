"use client";

import { useId, useState, useTransition } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { useToast } from "#components/ui/overlays/toast.tsx";
import type { QuizSummary } from "#lib/quiz/quiz-store.ts";
import type { PlaceQuizAction } from "../host-actions.ts";

type PlaceDialogProps = {
  open: boolean;
  quiz: QuizSummary;
  /** Folders there are, to choose from. */
  folders: readonly string[];
  onClose: () => void;
  place: PlaceQuizAction;
};

/** Which folder a quiz is in, and its tags. */
export function PlaceDialog({ open, quiz, folders, onClose, place }: PlaceDialogProps) {
  const list = useId();
  const [saving, save] = useTransition();
  const [problem, setProblem] = useState<string>();
  const toast = useToast();

  function submit(form: FormData) {
    const folder = String(form.get("folder") ?? "").trim();
    const tags = String(form.get("tags") ?? "").split(",");
    save(async () => {
      try {
        const placed = await place(quiz.id, {
          folder: folder === "" ? null : folder,
          tags: tags.map((tag) => tag.trim()).filter((tag) => tag !== ""),
        });
        if (placed.ok) onClose();
        else setProblem(placed.refusal.problems?.[0]?.message ?? placed.refusal.message);
      } catch {
        toast("The server could not be reached. Check the connection and try again.", "danger");
      }
    });
  }

  return (
    <Dialog open={open} onClose={onClose} title="Folder and tags" description={quiz.title} size="sm">
      <form action={submit} className="grid gap-4">
        <TextField
          label="Folder"
          name="folder"
          list={list}
          maxLength={60}
          defaultValue={quiz.folder ?? ""}
          autoComplete="off"
          hint="Enter a new name to make a folder. Leave it empty for no folder."
        />
        <datalist id={list}>
          {folders.map((folder) => (
            <option key={folder} value={folder} />
          ))}
        </datalist>
        <TextField
          label="Tags"
          name="tags"
          defaultValue={quiz.tags.join(", ")}
          autoComplete="off"
          error={problem}
          hint="Separate them with commas."
        />
        <div className="flex flex-col-reverse gap-3 pt-2 sm:flex-row sm:justify-end">
          <Button variant="secondary" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={saving}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
