import { Kbd } from "#components/ui/keys/kbd.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { type Command, KEYS_IN_PLACE } from "./commands.ts";

type KeyListProps = { open: boolean; commands: readonly Command[]; onClose: () => void };

/** The keys of the editor (docs/KEYS.md). */
export function KeyList({ open, commands, onClose }: KeyListProps) {
  const own = commands.flatMap(({ keys, name }) => (keys ? [{ keys, does: name.replace("…", "") }] : []));
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Keys of the editor"
      description="On a Mac, ⌘ is Ctrl and ⌥ is Alt."
    >
      <dl className="grid gap-2">
        {[...own, ...KEYS_IN_PLACE].map(({ keys, does }) => (
          <div key={`${keys} ${does}`} className="grid grid-cols-[9.5rem_minmax(0,1fr)] items-baseline gap-3">
            <dt className="flex flex-wrap gap-1">
              {keys.split(" ").map((each) => (
                <Kbd key={each}>{each}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
