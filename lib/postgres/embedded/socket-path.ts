/** Bytes in the path of a Unix socket: 107 on Linux, 103 on macOS. */
export const MAX_SOCKET_PATH = 103;
