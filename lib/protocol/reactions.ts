/** What players may send into the room. Its own file, so that a phone needs no validator to show the buttons. */
export const REACTIONS = ["👏", "🎉", "😂", "😮", "❤️", "🔥"] as const;
