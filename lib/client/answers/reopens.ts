/** The server stored nothing and the player may try once more, differently if they like. */
export const REOPENS: readonly string[] = ["invalid_response", "session_paused"];
