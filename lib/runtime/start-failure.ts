/** One clear sentence for a start that failed for a reason the person at the keyboard can mend; the stack otherwise. */
export function explainStartFailure(error: unknown): string {
  const { code, message, port, address, stack } = error as NodeJS.ErrnoException & {
    port?: number;
    address?: string;
  };
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} is already in use. Stop the program that uses it, or start Ovation with another PORT.`;
    case "EACCES":
      if (port !== undefined) return `Port ${port} may not be opened by this user. Choose a PORT above 1023.`;
      break;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      if (address !== undefined || port !== undefined)
        return `HOST ${address ?? ""} is not an address of this machine. Use 0.0.0.0 for all, or 127.0.0.1 for this machine only.`;
      break;
    case "bad_config":
    case "data_dir":
    case "unreachable":
    case "embedded_failed":
      return message;
  }
  return `Ovation could not start: ${stack ?? String(error)}`;
}

/** Marks a failure whose message is a sentence for the person at the keyboard. */
export function mendable<T>(
  code: "data_dir" | "unreachable" | "embedded_failed",
  promise: Promise<T>,
): Promise<T> {
  return promise.catch((error: unknown) => {
    throw Object.assign(error as Error, { code });
  });
}
