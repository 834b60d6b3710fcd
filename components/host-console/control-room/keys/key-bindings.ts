/** The keys of the remote control, as its list names them. docs/KEYS.md has them with those of the big screen. */
export const ROOM_KEYS: readonly { keys: readonly string[]; action: string }[] = [
  { keys: ["Space", "→", "PageDown", "Enter"], action: "The next step" },
  { keys: ["O"], action: "Open the question now" },
  { keys: ["P"], action: "Pause or resume" },
  { keys: ["T"], action: "10 seconds more" },
  { keys: ["L"], action: "Lock or unlock joining" },
  { keys: ["Y", "H"], action: "Show or hide the next word" },
  { keys: ["Q"], action: "Join code on the big screen" },
  { keys: ["A"], action: "Answers on the big screen" },
  { keys: ["C"], action: "Right answer on the big screen" },
  { keys: ["R"], action: "Standings on the big screen" },
  { keys: ["G"], action: "Race on the big screen" },
  { keys: ["M"], action: "Big screen: sound on or off" },
  { keys: ["D"], action: "Big screen: dark or light" },
  { keys: ["Esc"], action: "Clear the big screen" },
  { keys: ["?"], action: "These keys" },
];
