/** The unlabelled numbers of a Prometheus page; empty where there is none. */
export async function scrape(url: string): Promise<Record<string, number>> {
  const response = await fetch(url).catch(() => null);
  if (!response?.ok) return {};
  const numbers: Record<string, number> = {};
  for (const line of (await response.text()).split("\n")) {
    const [, name, value] = /^(\w+) (\S+)$/.exec(line) ?? [];
    if (name) numbers[name] = Number(value);
  }
  return numbers;
}
