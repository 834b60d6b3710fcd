import type { ReactNode } from "react";
import { Messages } from "../../../messages.tsx";
import { HOST_SURFACES } from "../../host-surfaces.ts";

/** The editor shows the phone's and the big screen's question, so it has their words, too. */
export default function EditorLayout({ children }: { children: ReactNode }) {
  return <Messages surfaces={[...HOST_SURFACES, "answers", "own", "player", "screen"]}>{children}</Messages>;
}
