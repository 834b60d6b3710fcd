"use client";

import { ImagePlus, Trash2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { mediaUrl } from "#components/media/media-url.ts";
import { LogoPlate } from "#components/room/logo-plate.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { IconButton } from "#components/ui/buttons/icon-button.tsx";
import { FileInput } from "#components/ui/fields/file-input.tsx";
import { ProblemLine } from "#components/ui/fields/problem-line.tsx";
import { RadioCards } from "#components/ui/fields/radio-cards.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { useUpload } from "#components/upload/use-upload.ts";
import { type RoomLook, roomView } from "#lib/look/room-theme.ts";
import { groundFor } from "./logo-ground.ts";

type RoomPicturesProps = {
  room: RoomLook;
  onChange: (room: RoomLook) => void;
  /** A picture is under way, or no more. */
  onStoring: (name: PictureName, storing: boolean) => void;
};
export type PictureName = "logo" | "background";

/** The host's own logo, and a picture behind the big screen. */
export function RoomPictures({ room, onChange, onStoring }: RoomPicturesProps) {
  const { logo, background } = room;
  const without = (name: PictureName) => {
    const { [name]: _, ...rest } = room;
    onChange(rest);
  };
  return (
    <div className="grid items-start gap-x-8 gap-y-5 sm:grid-cols-2">
      <section aria-label="Your logo" className="grid gap-3">
        <PictureRow
          name="logo"
          onStoring={onStoring}
          hint="On the big screen, and on phones in the lobby."
          chosen={logo !== undefined}
          onStored={async (id) => {
            const ground = await groundFor(mediaUrl(id));
            onChange({ ...room, logo: { id, alt: logo?.alt ?? "", ground } });
          }}
          onRemove={() => without("logo")}
          preview={logo && <LogoPreview room={room} onBroken={() => without("logo")} />}
        />
        {logo && (
          <>
            <TextField
              label="Description of the logo"
              hint="For people who cannot see it, such as the name of your school."
              value={logo.alt}
              onChange={(event) => onChange({ ...room, logo: { ...logo, alt: event.target.value } })}
            />
            <RadioCards
              legend="Behind the logo"
              name="logo-ground"
              look="segmented"
              value={logo.ground}
              onChange={(ground) => onChange({ ...room, logo: { ...logo, ground } })}
              choices={[
                { value: "light", label: "White" },
                { value: "dark", label: "Dark" },
              ]}
            />
          </>
        )}
      </section>
      <section aria-label="Your background" className="grid gap-3">
        <PictureRow
          name="background"
          onStoring={onStoring}
          hint="Behind the big screen, dimmed so that everything can be read."
          chosen={background !== undefined}
          onStored={(id) => onChange({ ...room, background: { id } })}
          onRemove={() => without("background")}
          preview={
            background && (
              // biome-ignore lint/performance/noImgElement: a host's own file
              <img
                src={mediaUrl(background.id)}
                alt=""
                onError={() => without("background")}
                className="aspect-video h-14 rounded-md object-cover"
              />
            )
          }
        />
      </section>
    </div>
  );
}

/** A file that was removed since this browser chose it is not offered again. */
function LogoPreview({ room, onBroken }: { room: RoomLook; onBroken: () => void }) {
  const { logo } = roomView(room);
  return (
    logo && (
      <LogoPlate logo={logo} onBroken={onBroken} className="h-14 max-w-44 ring-1 ring-line ring-inset" />
    )
  );
}

type PictureRowProps = {
  name: PictureName;
  hint: string;
  chosen: boolean;
  preview: React.ReactNode;
  onStored: (id: string) => void;
  onStoring: (name: PictureName, storing: boolean) => void;
  onRemove: () => void;
};

function PictureRow({ name, hint, chosen, preview, onStored, onStoring, onRemove }: PictureRowProps) {
  const input = useRef<HTMLInputElement>(null);
  const { busy, problem, upload } = useUpload(onStored);
  useEffect(() => onStoring(name, busy), [onStoring, name, busy]);
  return (
    <div className="grid gap-1.5">
      <span className="font-semibold text-sm">{name === "logo" ? "Your logo" : "Your background"}</span>
      <div className="flex min-h-14 items-center gap-3">
        {preview}
        <Button variant="secondary" disabled={busy} onClick={() => input.current?.click()}>
          {busy ? (
            <Spinner label={`Saving the ${name}`} />
          ) : (
            <ImagePlus aria-hidden="true" className="size-5" />
          )}
          <span>{chosen ? "Change" : "Choose a picture"}</span>
          <span className="sr-only">{` for the ${name}`}</span>
        </Button>
        {chosen && (
          <IconButton aria-label={`Remove the ${name}`} onClick={onRemove}>
            <Trash2 aria-hidden="true" />
          </IconButton>
        )}
      </div>
      <p className="text-ink-muted text-sm leading-snug">{hint}</p>
      <FileInput
        ref={input}
        label={`File for the ${name}`}
        accept="image/*"
        onFile={(file) => void upload(file)}
      />
      <div role="alert">
        <ProblemLine>{problem}</ProblemLine>
      </div>
    </div>
  );
}
