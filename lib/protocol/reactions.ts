/** The emoji players may send to the big screen. Its own file, so that a phone needs no validator to show the buttons. */
export const REACTIONS = ["👏", "🎉", "😂", "😮", "❤️", "🔥"] as const;
