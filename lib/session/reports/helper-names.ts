/**
 * Finds the pattern of helper names. Where players see at once how they did, somebody with several phones can let helper
 * names try the options, read the acknowledgments, and give the right one under the main name: the helpers answer first,
 * each something else and mostly wrong, and the main name right after them, always right.
 *
 * Each question that fits the pattern is weighed by how often it would fit an honest room by chance, and each that does not
 * speaks against it; the sum, a likelihood ratio, has to outweigh the number of names that were tried for the parts. People
 * keep their pace from question to question, so the sum is no proof; in simulated honest classes behind one address fewer
 * than one session in a hundred is reported (tests/unit/session/helper-names.test.ts). A school, a household and a café are
 * one network too: it stays a hint.
 */
export interface NetworkAnswer {
  questionIndex: number;
  playerId: string;
  /** Any text that is the same for the same response. */
  response: string;
  right: boolean;
  receivedAtMs: number;
}

export interface HelperHint {
  mainId: string;
  helperIds: string[];
  /** In how many questions it looked so, of how many the main name answered. */
  questions: number;
  of: number;
}

/** Fewer are a coincidence. */
export const QUESTIONS_MIN = 5;
const MAIN_RIGHT_MIN = 0.9;
/** Helpers are mostly wrong; a friend who is mostly right is a friend. */
const HELPER_RIGHT_MAX = 0.6;
/** Of the main name's questions, a helper answered at least these before it. */
const HELPER_BEFORE_MIN = 0.5;
/** From the last helper's acknowledgment to the main name's answer, with a phone in each hand. */
const FOLLOW_MS = 4_000;
/** Where more share an address, a hall's or a company's, the address says nothing. */
const NETWORK_MAX = 500;
/** The closest predecessors of a main name; combinations of more would say nothing new. */
const HELPERS_LOOKED_AT = 8;
const HONEST_SESSIONS_PER_HINT = 500;
/** How often the pattern holds where it is the truth: people slip. */
const FITS_IF_TRUE = 0.95;

/**
 * @param networks the mark of each player's network (lib/auth/network.ts)
 * @param optionsOf how many responses a question has to choose from; null where they are not counted
 */
export function helperHints(
  answers: readonly NetworkAnswer[],
  networks: ReadonlyMap<string, string>,
  optionsOf: (questionIndex: number) => number | null,
): HelperHint[] {
  const room = roomOf(answers);
  const candidates = [...groupsOf(room, networks)].flatMap((group) =>
    group
      .filter((playerId) => isMain(room.of(playerId)))
      .map((mainId) => ({ mainId, sets: helperSets(room, mainId, group) })),
  );
  const mains = candidates.filter(({ sets }) => sets.length > 0);
  const found = mains.flatMap(({ mainId, sets }) => {
    const threshold = Math.log(HONEST_SESSIONS_PER_HINT * mains.length * sets.length);
    const own = mainAnswers(room, mainId, optionsOf);
    const weighed = sets.map((helperIds) => ({ mainId, helperIds, ...weigh(room, own, helperIds) }));
    return weighed.filter(({ weight }) => weight >= threshold);
  });
  return closestMains(room, found);
}

type Weighed = HelperHint & { weight: number };

/**
 * One main name for each helper: a quick player who is always right also comes soon after the helpers, but the one that reads
 * their acknowledgments comes first.
 */
function closestMains(room: RoomAnswers, found: readonly Weighed[]): HelperHint[] {
  const hints: HelperHint[] = [];
  const taken = new Set<string>();
  const byCloseness = found
    .map((each) => ({ ...each, gapMs: meanGapMs(room, each) }))
    .sort((a, b) => b.helperIds.length - a.helperIds.length || a.gapMs - b.gapMs);
  for (const { mainId, helperIds, questions, of } of byCloseness) {
    if (taken.has(mainId) || helperIds.some((id) => taken.has(id))) continue;
    for (const id of [mainId, ...helperIds]) taken.add(id);
    hints.push({ mainId, helperIds, questions, of });
  }
  return hints;
}

function meanGapMs(room: RoomAnswers, { mainId, helperIds }: Weighed): number {
  const gaps = [...room.of(mainId).values()].flatMap(({ questionIndex, receivedAtMs }) => {
    const tries = helperIds.flatMap((id) => room.of(id).get(questionIndex)?.receivedAtMs ?? []);
    const before = tries.filter((at) => at < receivedAtMs);
    return before.length === 0 ? [] : [receivedAtMs - Math.max(...before)];
  });
  return gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(gaps.length, 1);
}

interface RoomAnswers {
  of(playerId: string): ReadonlyMap<number, NetworkAnswer>;
  players(): Iterable<string>;
  /** When answers to a question came, ascending. */
  times(questionIndex: number): readonly number[];
}

function roomOf(answers: readonly NetworkAnswer[]): RoomAnswers {
  const byPlayer = new Map<string, Map<number, NetworkAnswer>>();
  const times = new Map<number, number[]>();
  for (const answer of answers) {
    const own = byPlayer.get(answer.playerId) ?? new Map<number, NetworkAnswer>();
    byPlayer.set(answer.playerId, own.set(answer.questionIndex, answer));
    const all = times.get(answer.questionIndex) ?? [];
    all.push(answer.receivedAtMs);
    times.set(answer.questionIndex, all);
  }
  for (const all of times.values()) all.sort((a, b) => a - b);
  return {
    of: (playerId) => byPlayer.get(playerId) ?? new Map(),
    players: () => byPlayer.keys(),
    times: (questionIndex) => times.get(questionIndex) ?? [],
  };
}

/** Players of one network, where there are enough for a main name and two helpers. */
function groupsOf(room: RoomAnswers, networks: ReadonlyMap<string, string>): string[][] {
  const groups = new Map<string, string[]>();
  for (const playerId of room.players()) {
    const network = networks.get(playerId);
    if (network === undefined) continue;
    const group = groups.get(network);
    if (group) group.push(playerId);
    else groups.set(network, [playerId]);
  }
  return [...groups.values()].filter(({ length }) => length >= 3 && length <= NETWORK_MAX);
}

function isMain(own: ReadonlyMap<number, NetworkAnswer>): boolean {
  return own.size >= QUESTIONS_MIN && rightShare(own) >= MAIN_RIGHT_MIN;
}

function rightShare(own: ReadonlyMap<number, NetworkAnswer>): number {
  return [...own.values()].filter(({ right }) => right).length / own.size;
}

/** Two or three names that mostly answer before the main one, and mostly wrong. Chosen by order alone, not by responses. */
function helperSets(room: RoomAnswers, mainId: string, group: readonly string[]): string[][] {
  const main = room.of(mainId);
  const before = (playerId: string) =>
    [...main.values()].filter(({ questionIndex, receivedAtMs }) => {
      const other = room.of(playerId).get(questionIndex);
      return other !== undefined && other.receivedAtMs < receivedAtMs;
    }).length;
  const helpers = group
    .filter((playerId) => playerId !== mainId && rightShare(room.of(playerId)) <= HELPER_RIGHT_MAX)
    .map((playerId) => ({ playerId, before: before(playerId) }))
    .filter((each) => each.before >= HELPER_BEFORE_MIN * main.size)
    .sort((a, b) => b.before - a.before)
    .slice(0, HELPERS_LOOKED_AT)
    .map(({ playerId }) => playerId);
  return helpers.flatMap((first, i) =>
    helpers
      .slice(i + 1)
      .flatMap((second, j) => [
        [first, second],
        ...helpers.slice(i + j + 2).map((third) => [first, second, third]),
      ]),
  );
}

interface MainAnswer extends NetworkAnswer {
  options: number | null;
  /** By how many tries came before: how often honest players look like that. */
  chances: readonly number[];
}

function mainAnswers(
  room: RoomAnswers,
  mainId: string,
  optionsOf: (questionIndex: number) => number | null,
): MainAnswer[] {
  return [...room.of(mainId).values()].map((answer) => {
    const options = optionsOf(answer.questionIndex);
    return { ...answer, options, chances: chancesOfHonest(room, answer, options) };
  });
}

function weigh(room: RoomAnswers, main: readonly MainAnswer[], helperIds: readonly string[]) {
  let weight = 0;
  let questions = 0;
  for (const answer of main) {
    const tries = helperIds.flatMap((id) => {
      const own = room.of(id).get(answer.questionIndex);
      return own && own.receivedAtMs < answer.receivedAtMs ? [own] : [];
    });
    const chance = answer.chances[tries.length] ?? FITS_IF_TRUE;
    const fits = answer.right && looksTried(answer, tries);
    if (fits) questions += 1;
    weight += fits ? Math.log(FITS_IF_TRUE / chance) : Math.log((1 - FITS_IF_TRUE) / (1 - chance));
  }
  return { weight, questions, of: main.length };
}

/** As if different options had been tried until the right one was known, and the answer given right after. */
function looksTried({ receivedAtMs, options }: MainAnswer, tries: readonly NetworkAnswer[]): boolean {
  if (tries.length === 0 || (tries.length === 1 && !tries[0]?.right)) return false;
  const different = new Set(tries.map(({ response }) => response)).size;
  const last = Math.max(...tries.map((each) => each.receivedAtMs));
  return different === Math.min(tries.length, options ?? tries.length) && receivedAtMs - last <= FOLLOW_MS;
}

/**
 * How often that happens to honest players, rather too high: their responses were different if they guessed evenly, and the
 * last of them came shortly before as often as anybody's answer did. One chance for each number of tries.
 */
function chancesOfHonest(
  room: RoomAnswers,
  { questionIndex, receivedAtMs }: NetworkAnswer,
  options: number | null,
): number[] {
  const times = room.times(questionIndex);
  const before = times.filter((at) => at < receivedAtMs).length;
  const shortly = times.filter((at) => at < receivedAtMs && at >= receivedAtMs - FOLLOW_MS).length;
  // A player among the first of a room has few before them: that the same three are always there is even less likely.
  const early = Math.max(before / times.length, EARLY_MIN);
  return [0, 1, 2, 3].map((tries) => {
    const lastShortly = before === 0 ? 1 : 1 - (1 - shortly / before) ** tries;
    const guessed = tries === 1 ? HELPER_RIGHT_MAX : allDifferent(tries, options);
    return Math.min(Math.max(guessed * lastShortly * early, CHANCE_MIN), FITS_IF_TRUE);
  });
}

const EARLY_MIN = 0.6;
const CHANCE_MIN = 0.02;

/** The chance that even guesses at so many options are as different as they can be. Where options are not counted, 1. */
function allDifferent(tries: number, options: number | null): number {
  if (options === null || options <= 1) return 1;
  if (tries > options) return 1 - options * ((options - 1) / options) ** tries;
  let chance = 1;
  for (let i = 1; i < tries; i++) chance *= 1 - i / options;
  return chance;
}
