import type { Right } from "../auth/rights.ts";
import type { Operation } from "./operation.ts";
import type { operations } from "./operations.ts";

/** Which right each call of the API takes. One that is missing fails the types, with its name. */
export const OPERATION_RIGHTS: Record<HostOperation, Right> = {
  listQuizzes: "read",
  getLibrary: "read",
  getQuiz: "read",
  exportQuiz: "read",
  searchQuestions: "read",
  listQuizVersions: "read",
  getQuizVersion: "read",
  addQuestions: "write",
  restoreQuizVersion: "write",
  createQuiz: "write",
  replaceQuiz: "write",
  saveDraft: "write",
  placeQuiz: "write",
  restoreQuiz: "write",
  deleteQuiz: "write",
  emptyTrash: "write",
  importQuizzes: "write",
  storeMedia: "write",
  acceptAnswer: "write",

  listSessions: "read",
  getSession: "read",
  listPlayers: "read",
  getResults: "read",
  getAnswerLog: "read",
  getNearMisses: "read",
  getRace: "read",
  getSessionEvents: "read",
  getStatistics: "read",
  getRecord: "read",
  listRegrades: "read",
  startSession: "run",
  command: "run",
  deleteSession: "run",
  deletePlayer: "run",
  listSeatRequests: "run",
  answerSeatRequest: "run",
  makeSeatCode: "run",
  regradeSession: "run",
  undoRegrade: "run",

  getRetention: "read",
  previewRetention: "people",
  setRetention: "people",
  getPlayerData: "read",

  createWebhook: "run",
  listWebhooks: "run",
  updateWebhook: "run",
  deleteWebhook: "run",
  listDeliveries: "run",
  replayDelivery: "run",

  listPeople: "read",
  setRole: "people",
  removePerson: "people",
  createInvitation: "people",
  listInvitations: "people",
  revokeInvitation: "people",
  getStatus: "operate",
  listOpenSessions: "operate",
  watchSession: "operate",
  endAnySession: "operate",
  drainNode: "operate",
  undrainNode: "operate",
  getBackup: "operate",
  listKeys: "account",
  createKey: "account",
  deleteKey: "account",
};

/** And each server action, by what it does (lib/web/as-host.ts). */
export const ACTION_RIGHTS = {
  "asking whose session it is": "run",
  "deleting a quiz": "write",
  "restoring a quiz": "write",
  "deleting a quiz for good": "write",
  "emptying the trash": "write",
  "placing a quiz": "write",
  "copying a quiz": "write",
  "starting a session": "run",
  "ending a session": "run",
  "deleting a session": "run",
  "deleting a player": "run",
  "opening a rehearsal": "run",
  "giving a rehearsal its phone": "run",
  "ending a rehearsal": "run",
  "offering a remote": "run",
  "listing remotes": "run",
  "removing a remote": "run",
  "inviting somebody": "people",
  "revoking an invitation": "people",
  "changing a role": "people",
  "removing somebody": "people",
  "making a link for a password": "people",
  "choosing how long to keep": "people",
  "looking ahead at what is kept": "people",
  "deleting the workspace": "people",
  "leaving the workspace": "account",
  "changing one's name": "account",
  "changing one's email": "account",
  "changing one's password": "account",
  "signing a device out": "account",
  "making an API key": "account",
  "removing an API key": "account",
} as const satisfies Record<string, Right>;

export type HostDoing = keyof typeof ACTION_RIGHTS;

type HostOperation = {
  [Id in keyof typeof operations]: (typeof operations)[Id]["auth"] extends "host" | "screen" ? Id : never;
}[keyof typeof operations];

export function neededRight({ id }: Operation): Right {
  return OPERATION_RIGHTS[id as HostOperation];
}
