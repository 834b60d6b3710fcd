import type { Options } from "postgres";

/**
 * The driver's options for a database URL. Besides what the driver knows, it reads `?host=/folder`, as libpq and
 * hosting services write it for a Unix socket in that folder.
 */
export function driverOptions(url: string): Options<Record<string, never>> {
  const parsed = parse(url);
  const folder = parsed.searchParams.get("host");
  const query = new URLSearchParams(parsed.searchParams);
  query.delete("host");
  const ssl = query.get("ssl") ?? query.get("sslmode");
  return {
    host: folder?.startsWith("/") ? folder : decodeURIComponent(parsed.hostname) || "localhost",
    port: Number(parsed.port || 5432),
    database: decodeURIComponent(parsed.pathname.slice(1)) || "postgres",
    ...(parsed.username ? { username: decodeURIComponent(parsed.username) } : {}),
    ...(parsed.password ? { password: decodeURIComponent(parsed.password) } : {}),
    ...(ssl && ssl !== "disable" ? { ssl: ssl === "verify-full" ? ssl : "require" } : {}),
  };
}

/** The same URL for people and logs: without the password. */
export function printableUrl(url: string): string {
  const { username, hostname, port, pathname, searchParams } = parse(url);
  const user = username ? `${username}@` : "";
  const folder = searchParams.get("host");
  return `postgres://${user}${folder ?? hostname}${port ? `:${port}` : ""}${folder ? "" : pathname}`;
}

function parse(url: string): URL {
  try {
    return new URL(url);
  } catch {
    // Without the URL itself, which may hold a password.
    throw new Error("DATABASE_URL is not a URL. Write postgres://user:password@host:5432/database");
  }
}
