import arPlayer from "../../messages/player/ar.json" with { type: "json" };
import dePlayer from "../../messages/player/de.json" with { type: "json" };
import enPlayer from "../../messages/player/en.json" with { type: "json" };
import esPlayer from "../../messages/player/es.json" with { type: "json" };
import frPlayer from "../../messages/player/fr.json" with { type: "json" };
import viPlayer from "../../messages/player/vi.json" with { type: "json" };
import arScreen from "../../messages/screen/ar.json" with { type: "json" };
import deScreen from "../../messages/screen/de.json" with { type: "json" };
import enScreen from "../../messages/screen/en.json" with { type: "json" };
import esScreen from "../../messages/screen/es.json" with { type: "json" };
import frScreen from "../../messages/screen/fr.json" with { type: "json" };
import viScreen from "../../messages/screen/vi.json" with { type: "json" };

/** By which a page in that language is known to have arrived. */
export const WORDS = {
  en: { player: enPlayer, screen: enScreen },
  vi: { player: viPlayer, screen: viScreen },
  es: { player: esPlayer, screen: esScreen },
  fr: { player: frPlayer, screen: frScreen },
  de: { player: dePlayer, screen: deScreen },
  ar: { player: arPlayer, screen: arScreen },
} as const;
