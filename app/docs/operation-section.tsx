import { curlExample } from "#lib/api/example-call.ts";
import { groupOf } from "#lib/api/groups.ts";
import { refusalsOf, replyExample } from "#lib/api/openapi.ts";
import type { Operation } from "#lib/api/operation.ts";
import { REFUSALS } from "#lib/kernel/refusal.ts";
import { CodeBlock } from "./code-block.tsx";
import { FieldTable } from "./field-table.tsx";
import { bodyFields, replyFields } from "./schema-fields.ts";

const WHO = {
  none: "Anybody.",
  host: "A host: API key, or a signed-in browser.",
  player: "A player: player token, or the browser that joined.",
  screen: "The host, or a presenter screen with its key.",
} as const;

const METHOD_LOOK = {
  GET: "bg-success-soft text-success-ink",
  POST: "bg-accent-soft text-accent-ink",
  PUT: "bg-warning-soft text-warning-ink",
  PATCH: "bg-warning-soft text-warning-ink",
  DELETE: "bg-danger-soft text-danger-ink",
} as const;

export function OperationSection({ operation }: { operation: Operation }) {
  const { id, method, path, auth, summary, description, reply } = operation;
  const body = bodyFields(operation);
  const replied = replyFields(operation);
  const example = replyExample(operation);
  return (
    <article aria-labelledby={id} className="grid gap-4 border-line border-t pt-8">
      <h3 id={id} className="scroll-mt-6 font-bold text-2xl">
        {summary}
      </h3>
      <p className="flex flex-wrap items-center gap-3">
        <span className={`rounded-md px-2 py-0.5 font-bold text-sm ${METHOD_LOOK[method]}`}>{method}</span>
        <code className="break-all font-mono">/api/v1{path}</code>
        <a
          href={tryAddress(operation)}
          className="rounded-sm font-semibold text-sm underline decoration-line-strong underline-offset-2"
        >
          Try it<span className="sr-only">: {summary}</span>
        </a>
      </p>
      <p className="max-w-[65ch] text-pretty">
        {description && `${description.replaceAll("`", "")} `}
        <span className="text-ink-muted">For: {WHO[auth]}</span>
        {operation.creates && (
          <>
            {" "}
            Takes an{" "}
            <a href="#again" className="underline decoration-line-strong underline-offset-2">
              Idempotency-Key
            </a>
            .
          </>
        )}
      </p>
      <CodeBlock label={`Example: ${summary}`}>{curlExample(operation)}</CodeBlock>
      {body.length > 0 && <FieldTable caption="Body" fields={body} />}
      {replied.length > 0 ? (
        <FieldTable caption={`Reply ${reply.status}: ${reply.description}`} fields={replied} />
      ) : (
        <p className="font-semibold">
          Reply {reply.status}: {reply.description}
        </p>
      )}
      {example !== undefined && (
        <details>
          <summary className="w-fit cursor-pointer rounded-sm font-semibold">Example of a reply</summary>
          <div className="mt-3">
            <CodeBlock label={`Reply: ${summary}`}>{JSON.stringify(example, null, 2)}</CodeBlock>
          </div>
        </details>
      )}
      <p className="text-sm">
        <span className="font-semibold">Can be refused with: </span>
        {refusalsOf(operation).map((code, i) => (
          <span key={code}>
            {i > 0 && ", "}
            <a
              href={`#${code}`}
              className="rounded-sm font-mono underline decoration-line-strong underline-offset-2"
            >
              {code}
            </a>{" "}
            <span className="text-ink-muted">{REFUSALS[code].status}</span>
          </span>
        ))}
      </p>
    </article>
  );
}

/** Where the workbench (app/docs/try) has this call. */
function tryAddress({ method, path }: Operation): string {
  const group = groupOf(path).title.toLowerCase();
  return `/docs/try#tag/${group}/${method}/api/v1${path}`;
}
