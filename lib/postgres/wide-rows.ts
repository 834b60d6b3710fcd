import type { PendingQuery, Row, Sql } from "postgres";

/**
 * The rows of a large reading. They come as one row of JSON lists, a list a column: the driver parses each value of each row
 * by itself, which at ten thousand rows takes several times as long, most of all in a process that has just started.
 *
 * @param names the columns of `rows`, in the order in which the objects have them
 * @param rows in the order wanted; no JSON may hold what it gives as another value (dates, 64-bit integers beyond 2^53)
 */
export async function wideRows<R extends object>(
  client: Sql,
  names: readonly (keyof R & string)[],
  rows: PendingQuery<Row[]>,
): Promise<R[]> {
  const lists = names.map((name) => `json_agg(r."${name}") as "${name}"`).join(", ");
  const [columns] = await client<
    Record<string, unknown[] | null>[]
  >`select ${client.unsafe(lists)} from (${rows}) r`;
  const values = names.map((name) => columns?.[name] ?? []);
  const length = values[0]?.length ?? 0;
  const result: R[] = new Array(length);
  for (let i = 0; i < length; i++) {
    const row: Record<string, unknown> = {};
    for (let at = 0; at < names.length; at++) row[names[at] as string] = (values[at] as unknown[])[i];
    result[i] = row as R;
  }
  return result;
}
