/** SubRip, which most programs write, as WebVTT, which browsers read: a heading, and points in the times. */
export function srtToVtt(text: string): string {
  const lines = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  if (lines.startsWith("WEBVTT")) return lines;
  return `WEBVTT\n\n${lines.replace(/(\d{1,2}:\d{2}:\d{2}),(\d{3})/g, "$1.$2")}`;
}
