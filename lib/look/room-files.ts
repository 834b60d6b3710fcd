import { type Refusal, refuse } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { MediaStore } from "../quiz/media/media-store.ts";
import type { RoomLook } from "./room-theme.ts";

/** Refuses a look with pictures of somebody else, or with such as were removed since: they would not stay. */
export async function ownRoomFiles(
  media: Pick<MediaStore, "owned">,
  accountId: string,
  { logo, background }: RoomLook,
): Promise<Result<null, Refusal>> {
  const files = [
    { picture: logo, path: "settings.room.logo.id", name: "logo" },
    { picture: background, path: "settings.room.background.id", name: "background" },
  ].flatMap(({ picture, ...rest }) => (picture ? [{ id: picture.id, ...rest }] : []));
  const owned = await media.owned(
    accountId,
    files.map(({ id }) => id),
  );
  const foreign = files.filter(({ id }) => !owned.has(id));
  if (foreign.length === 0) return ok(null);
  const message = "This file is not one of yours. Add it again.";
  return refuse(
    "media_not_found",
    `The ${foreign.map(({ name }) => name).join(" and the ")} cannot be found among your files. Add it again.`,
    foreign.map(({ path }) => ({ path, message })),
  );
}
