import { Banner } from "#components/ui/banner.tsx";

export interface Trouble {
  database: boolean;
  boards: boolean;
}

/** Says in plain words what is slow about the server, and that nothing is lost. */
export function ServerTrouble({ database, boards }: Trouble) {
  if (database)
    return (
      <Banner tone="warning">
        The database does not answer. Phones keep their answers and send them again until it does; nothing
        that was saved is lost.
      </Banner>
    );
  if (boards)
    return (
      <Banner tone="warning">
        The live standings are slower than usual. Every answer is saved, and the board catches up by itself.
      </Banner>
    );
  return null;
}
