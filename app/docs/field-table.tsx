import type { SchemaField } from "./schema-fields.ts";

export function FieldTable({ caption, fields }: { caption: string; fields: readonly SchemaField[] }) {
  return (
    <table className="w-full border-collapse text-left text-sm">
      <caption className="mb-1 text-left font-semibold text-base">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Type and meaning</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, type, required, meaning }) => (
          <tr key={name} className="border-line border-b align-top">
            <th scope="row" className="w-2/5 py-1.5 pr-4 font-normal">
              <code className="break-all font-mono">{name}</code>
              {!required && <span className="text-ink-muted"> optional</span>}
            </th>
            <td className="py-1.5">
              <span className="text-ink-muted">{type}</span>
              {meaning && <span className="block">{meaning}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
