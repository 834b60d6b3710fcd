import type { ReactNode } from "react";
import { Messages } from "../../../messages.tsx";
import { HOST_SURFACES } from "../../host-surfaces.ts";

/** The editor shows the phone's question screen, so it has the phone's words, too. */
export default function EditorLayout({ children }: { children: ReactNode }) {
  return <Messages surfaces={[...HOST_SURFACES, "answers", "own", "player"]}>{children}</Messages>;
}
