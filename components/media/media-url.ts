/** Where screens load a stored file from. */
export function mediaUrl(id: string): string {
  return `/api/v1/media/${encodeURIComponent(id)}`;
}
