/** Where a person's choice of light or dark is kept; nothing there means: follow the device. */
export const THEME_KEY = "theme";

/** Runs before the first paint, so that a chosen theme never flashes the other one. */
export const THEME_SCRIPT = `try{var t=localStorage.getItem("${THEME_KEY}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;
