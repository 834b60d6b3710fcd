import { useCallback, useEffect, useRef, useState } from "react";
import type { Sound } from "#components/sound/use-sound.ts";
import { singleKeysOn } from "#components/ui/keys/single-keys.ts";
import type { StageOrders } from "#lib/session/stage.ts";
import { setLights, switchLights } from "../stage/stage-lights.ts";
import { actionOf, isShow, type Overlay, type ScreenAction } from "./screen-keys.ts";

export interface ScreenKeys {
  /** The open overlay; null most of the time. */
  overlay: Overlay | null;
  /** Does what a key does, for people who use no keys. */
  perform(action: ScreenAction): void;
}

interface ScreenKeysOptions {
  sound: Sound;
  /** The host's settings for all big screens. This screen follows them when it opens and at each change. */
  orders: StageOrders | null;
  /** On its host's own screen a key counts for all of them. */
  tell: ((orders: Partial<StageOrders>) => void) | null;
}

/** Follows the keyboard, and the host. Where single keys are switched off, only Escape is left. */
export function useScreenKeys({ sound, orders, tell }: ScreenKeysOptions): ScreenKeys {
  const [overlay, setOverlay] = useState<Overlay | null>(null);

  const perform = useCallback(
    (action: ScreenAction) => {
      if (action === "fullScreen") return toggleFullScreen();
      if (action === "lights") {
        const lights = switchLights();
        return tell?.({ lights });
      }
      if (action === "sound") {
        tell?.({ sound: sound.choice.on ? "off" : "on" });
        return sound.turn(!sound.choice.on);
      }
      const next = action === "back" || action === overlay ? null : action;
      setOverlay(next);
      const [before, show] = [overlay, next].map((each) => (each !== null && isShow(each) ? each : null));
      if (show !== before) tell?.({ show });
    },
    [sound, tell, overlay],
  );
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const action = actionOf(event);
      if (action !== null && (action === "back" || singleKeysOn())) perform(action);
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [perform]);

  const heard = useRef<StageOrders | null>(null);
  const { turn } = sound;
  useEffect(() => {
    if (!orders) return;
    const { show, lights, sound } = orders;
    const before = heard.current;
    heard.current = orders;
    if (show !== (before?.show ?? null)) setOverlay((up) => show ?? (up === before?.show ? null : up));
    if (lights && lights !== before?.lights) setLights(lights);
    if (sound && sound !== before?.sound) turn(sound === "on");
  }, [orders, turn]);
  return { overlay, perform };
}

function toggleFullScreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.();
  // Refused where the browser forbids it: the window stays as it is.
  void done?.catch(() => {});
}
