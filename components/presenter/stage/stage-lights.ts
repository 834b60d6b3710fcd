import { keepText } from "#lib/client/storage/kept.ts";

/** The stage is dark; in a bright classroom it may be light. Remembered for this browser. */
const KEY = "ovation.stage-lights";

/** Runs before the first paint of the big screen, whatever look the person at the computer has chosen for themselves. */
export const LIGHTS_SCRIPT = `try{document.documentElement.dataset.theme=localStorage.getItem("${KEY}")==="light"?"light":"dark"}catch{document.documentElement.dataset.theme="dark"}if(new URLSearchParams(location.search).get("overlay")==="1")document.documentElement.dataset.overlay=""`;

export type Lights = "dark" | "light";

export function switchLights(): Lights {
  const lights = document.documentElement.dataset.theme === "light" ? "dark" : "light";
  setLights(lights);
  return lights;
}

export function setLights(lights: Lights): void {
  document.documentElement.dataset.theme = lights;
  keepText(KEY, lights);
}
