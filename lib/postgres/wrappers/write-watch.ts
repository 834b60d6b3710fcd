import { writeTrouble } from "../connection/errors.ts";
import type { Stores } from "../stores.ts";

/**
 * Whether the database takes writes: the outcome of the last one. A database with a full disk, or one that has become
 * read-only, still answers every question; only who writes to it knows.
 */
export interface WriteWatch {
  /** Null while the last write was stored. */
  trouble(): WriteTrouble | null;
  stop(): void;
}

export type WriteTrouble = "disk_full" | "read_only" | "no_permission" | "failing";

/** Whether each method reads or writes, so that a new one has to say it. Reads say nothing about writes; nor do rare sweeps. */
const METHODS: { [S in keyof Stores]: { [M in keyof Stores[S]]: "reads" | "writes" | "sweeps" } } = {
  quizzes: {
    list: "reads",
    get: "reads",
    create: "writes",
    createAll: "writes",
    createAs: "writes",
    update: "writes",
    versions: "reads",
    version: "reads",
    remove: "writes",
  },
  library: {
    page: "reads",
    shelves: "reads",
    place: "writes",
    trash: "writes",
    restore: "writes",
    emptyTrash: "writes",
    removeTrashed: "sweeps",
    readUnread: "sweeps",
  },
  media: {
    put: "writes",
    size: "reads",
    piece: "reads",
    owned: "reads",
    bytesOf: "reads",
    removeUnused: "sweeps",
  },
  sessions: {
    create: "writes",
    get: "reads",
    getByPin: "reads",
    swap: "writes",
    steps: "reads",
    overdue: "reads",
    versions: "reads",
    listByAccount: "reads",
    idsOf: "reads",
    rehearsalsBefore: "reads",
    removeRehearsals: "sweeps",
    remove: "writes",
    releasePins: "sweeps",
  },
  players: {
    join: "writes",
    get: "reads",
    list: "reads",
    load: "reads",
    setExtraTime: "writes",
    setRemoved: "writes",
    setTeam: "writes",
    remove: "writes",
    findByName: "reads",
    offerSeat: "writes",
    takeSeat: "writes",
    networks: "reads",
  },
  answers: {
    commit: "writes",
    ofQuestion: "reads",
    ofPlayer: "reads",
    answeredBy: "reads",
    responseCounts: "reads",
    teamSums: "reads",
    all: "reads",
    earlier: "reads",
    regrade: "writes",
  },
  regrades: {
    list: "reads",
    // Previews read, but they are few, and say nothing of writes that is not so.
    rewrite: "writes",
  },
  accounts: {
    count: "reads",
    create: "writes",
    byEmail: "reads",
    setPassword: "writes",
    setName: "writes",
    setEmail: "writes",
    addSignIn: "writes",
    bySignIn: "reads",
    removeSignIn: "writes",
    touchSignIn: "sweeps",
    signIns: "reads",
    endSignIn: "writes",
    setApiKey: "writes",
    addApiKey: "writes",
    byApiKey: "reads",
    touchApiKey: "sweeps",
    apiKeys: "reads",
    removeApiKey: "writes",
  },
  people: {
    people: "reads",
    setRole: "writes",
    remove: "writes",
    endAccess: "writes",
    removeWorkspace: "writes",
    invite: "writes",
    invitations: "reads",
    invitation: "reads",
    revoke: "writes",
    accept: "writes",
  },
  remotes: {
    offer: "writes",
    get: "reads",
    take: "writes",
    paired: "reads",
    remove: "writes",
  },
  idempotency: {
    claim: "writes",
    keep: "writes",
    release: "writes",
    removeOld: "sweeps",
  },
  webhooks: {
    create: "writes",
    list: "reads",
    get: "reads",
    update: "writes",
    remove: "writes",
    collect: "sweeps",
    lease: "sweeps",
    settle: "sweeps",
    deliveries: "reads",
    replay: "writes",
    removeOldDeliveries: "sweeps",
  },
  resets: {
    offer: "writes",
    get: "reads",
    use: "writes",
  },
  retention: {
    get: "reads",
    set: "writes",
    preview: "reads",
    due: "reads",
    replaceNames: "sweeps",
    namesReplacedAtMs: "reads",
  },
};

/** Without any write for so long, a small one is made: an idle server, too, knows how it is. */
const IDLE_MS = 15_000;
/** Once writes fail, so often it is tried whether they do again. */
const RETRY_MS = 2_000;
const LOOK_MS = 1_000;

export interface WatchDeps {
  /** Writes a little; `thoroughly` also as much as makes the database ask for room. */
  probe(thoroughly: boolean): Promise<void>;
  onChange(trouble: WriteTrouble | null, error: unknown): void;
  now(): number;
}

/** The stores, with every write watched. */
export function watchWrites(stores: Stores, { probe, onChange, now }: WatchDeps): Stores & WriteWatch {
  let trouble: WriteTrouble | null = null;
  let lastMs = now();
  let probing = false;

  function note(next: WriteTrouble | null, error?: unknown): void {
    lastMs = now();
    if (trouble === next) return;
    trouble = next;
    onChange(next, error);
  }

  function failed(error: unknown): void {
    const found = writeTrouble(error);
    if (found) note(found, error);
  }

  async function watched<T>(write: () => Promise<T>): Promise<T> {
    try {
      const result = await write();
      note(null);
      return result;
    } catch (error) {
      failed(error);
      throw error;
    }
  }

  const timer = setInterval(async () => {
    if (probing || now() - lastMs < (trouble ? RETRY_MS : IDLE_MS)) return;
    probing = true;
    try {
      await probe(trouble !== null);
      note(null);
    } catch (error) {
      lastMs = now();
      failed(error);
    } finally {
      probing = false;
    }
  }, LOOK_MS);
  timer.unref();

  const result = { ...stores, trouble: () => trouble, stop: () => clearInterval(timer) };
  for (const name of Object.keys(METHODS) as (keyof Stores)[]) {
    const store = { ...stores[name] } as Record<string, (...args: unknown[]) => Promise<unknown>>;
    for (const [method, does] of Object.entries(METHODS[name])) {
      if (does !== "writes") continue;
      const write = store[method] as (...args: unknown[]) => Promise<unknown>;
      store[method] = (...args) => watched(() => write(...args));
    }
    Object.assign(result, { [name]: store });
  }
  return result;
}
