import { isId } from "../../kernel/ids.ts";
import type { Stores } from "../stores.ts";

type WithIds = Pick<Stores, "accounts" | "people" | "quizzes" | "library" | "sessions" | "players">;

/**
 * The same stores, where an id that could not be one of ours is simply not there. Ids come by paths, bodies, sockets and
 * forms; here all of them pass, so that none needs to be thought of (docs/SPEC.md, IN2). All arguments are passed on,
 * also those a method gets later: to leave one out is no error of types.
 */
export function withPossibleIds({ accounts, people, quizzes, library, sessions, players }: WithIds): WithIds {
  return {
    accounts: {
      ...accounts,
      endSignIn: async (...args) => isId(args[1]) && accounts.endSignIn(...args),
      removeApiKey: async (...args) => isId(args[1]) && accounts.removeApiKey(...args),
    },
    people: {
      ...people,
      revoke: async (...args) => isId(args[1]) && people.revoke(...args),
    },
    quizzes: {
      ...quizzes,
      get: async (...args) => (isId(args[1]) ? quizzes.get(...args) : null),
      createAs: async (...args) => (isId(args[1]) ? quizzes.createAs(...args) : null),
      update: async (...args) => (isId(args[1]) ? quizzes.update(...args) : null),
      versions: async (...args) => (isId(args[1]) ? quizzes.versions(...args) : []),
      version: async (...args) => (isId(args[1]) ? quizzes.version(...args) : null),
      remove: async (...args) => isId(args[1]) && quizzes.remove(...args),
    },
    library: {
      ...library,
      place: async (...args) => (isId(args[1]) ? library.place(...args) : null),
      trash: async (...args) => isId(args[1]) && library.trash(...args),
      restore: async (...args) => isId(args[1]) && library.restore(...args),
    },
    sessions: {
      ...sessions,
      get: async (...args) => (isId(args[0]) ? sessions.get(...args) : null),
      remove: async (...args) => isId(args[0]) && sessions.remove(...args),
    },
    players: {
      ...players,
      setRemoved: async (...args) => (isId(args[1]) ? players.setRemoved(...args) : "player_not_found"),
      setExtraTime: async (...args) => (isId(args[1]) ? players.setExtraTime(...args) : "player_not_found"),
      setTeam: async (...args) => (isId(args[1]) ? players.setTeam(...args) : "player_not_found"),
      remove: async (...args) => isId(args[1]) && players.remove(...args),
      offerSeat: async (...args) => (isId(args[1]) ? players.offerSeat(...args) : "player_not_found"),
    },
  };
}
