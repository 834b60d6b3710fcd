/** The stage is dark; in a bright classroom it may be light. Remembered for this browser. */
const KEY = "ovation.stage-lights";

/** Runs before the first paint of the big screen, whatever look the person at the computer has chosen for themselves. */
export const LIGHTS_SCRIPT = `try{document.documentElement.dataset.theme=localStorage.getItem("${KEY}")==="light"?"light":"dark"}catch{document.documentElement.dataset.theme="dark"}if(new URLSearchParams(location.search).get("overlay")==="1")document.documentElement.dataset.overlay=""`;

export function switchLights(): void {
  const root = document.documentElement;
  const lights = root.dataset.theme === "light" ? "dark" : "light";
  root.dataset.theme = lights;
  try {
    localStorage.setItem(KEY, lights);
  } catch {
    // A closed storage: the choice lasts for this page.
  }
}
