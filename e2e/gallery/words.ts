import arPlayer from "../../messages/player/ar.json" with { type: "json" };
import enPlayer from "../../messages/player/en.json" with { type: "json" };
import arScreen from "../../messages/screen/ar.json" with { type: "json" };
import enScreen from "../../messages/screen/en.json" with { type: "json" };

/** By which a page in that language is known to have arrived. */
export const WORDS = {
  en: { player: enPlayer, screen: enScreen },
  ar: { player: arPlayer, screen: arScreen },
} as const;
