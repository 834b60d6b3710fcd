/** The keys of the remote control, as its list names them. docs/KEYS.md has them with those of the big screen. */
export const ROOM_KEYS: readonly { keys: readonly string[]; deed: string }[] = [
  { keys: ["Space", "→", "PageDown", "Enter"], deed: "The next step" },
  { keys: ["O"], deed: "Open the question now" },
  { keys: ["P"], deed: "Pause or resume" },
  { keys: ["T"], deed: "10 seconds more" },
  { keys: ["L"], deed: "Lock or unlock joining" },
  { keys: ["Y", "H"], deed: "Show or hide the next word" },
  { keys: ["Q"], deed: "Join code on the big screen" },
  { keys: ["A"], deed: "Answers on the big screen" },
  { keys: ["C"], deed: "Right answer on the big screen" },
  { keys: ["R"], deed: "Standings on the big screen" },
  { keys: ["G"], deed: "Race on the big screen" },
  { keys: ["M"], deed: "Big screen: sound on or off" },
  { keys: ["D"], deed: "Big screen: dark or light" },
  { keys: ["Esc"], deed: "Clear the big screen" },
  { keys: ["?"], deed: "These keys" },
];
