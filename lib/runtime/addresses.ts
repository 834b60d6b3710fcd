import { networkInterfaces } from "node:os";
import type { Config } from "../config/config.ts";

type Address = Pick<Config, "publicUrl" | "host" | "port">;

/** The address of this server for somebody at its own keyboard, or the one it was told. */
export function publicUrl(config: Address): string {
  return config.publicUrl ?? `http://localhost:${config.port}`;
}

/** The address for phones: `localhost` means the phone itself there, so it is this machine's address on the network. */
export function joinOrigin(config: Address): string {
  const everywhere = config.host === "0.0.0.0" || config.host === "::";
  const lan = config.publicUrl === null && everywhere ? lanAddress() : null;
  return lan ? `http://${lan}:${config.port}` : publicUrl(config);
}

/** This machine's IPv4 address on the local network; null if it has none. */
function lanAddress(): string | null {
  for (const addresses of Object.values(networkInterfaces())) {
    for (const { family, internal, address } of addresses ?? []) {
      if (family === "IPv4" && !internal) return address;
    }
  }
  return null;
}
