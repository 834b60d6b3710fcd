/**
 * Says that a reply is a file to keep, under this name: in any script for clients that read RFC 5987, and in plain letters for
 * those that do not.
 */
export function attachment(name: string, ending: string): string {
  const plain =
    name
      .normalize("NFKD")
      .replace(/[^\w -]+/g, "")
      .trim()
      .replace(/\s+/g, "-")
      .slice(-PLAIN_MAX) || "file";
  return `attachment; filename="${plain}${ending}"; filename*=UTF-8''${encoded(`${name}${ending}`)}`;
}

const PLAIN_MAX = 100;

/** RFC 5987 has fewer plain signs than addresses do. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
