import { Banner } from "#components/ui/banner.tsx";

export interface Trouble {
  /** The database answers and stores nothing. */
  writes: boolean;
  database: boolean;
  boards: boolean;
}

/** Says in plain words what is slow about the server, and that nothing is lost. */
export function ServerTrouble({ writes, database, boards }: Trouble) {
  if (writes)
    return (
      <Banner tone="danger">
        The database cannot store anything right now: its disk is full, or it is read-only. Phones keep their
        answers and send them again until it can; nothing that was saved is lost. Tell the person who runs
        this server.
      </Banner>
    );
  if (database)
    return (
      <Banner tone="warning">
        The database is not responding. Phones keep their answers and send them again until it does; nothing
        that was saved is lost.
      </Banner>
    );
  if (boards)
    return (
      <Banner tone="warning">
        The live standings are slower than usual. Every answer is saved, and the standings catch up
        automatically.
      </Banner>
    );
  return null;
}
