import { ok } from "../../kernel/result.ts";
import { joinedAs } from "../../runtime/take-join.ts";
import { addressOf, toldOriginOf } from "../actor.ts";
import { call } from "../call.ts";
import { operations } from "../operations.ts";
import { ownSession, sessionByPin } from "../sessions/session-access.ts";
import { askedSeatReply, seatCodeReply } from "./seat-reply.ts";

export const askForSeat = call(operations.askForSeat, async ({ runtime, request, params, body }) => {
  const live = await sessionByPin(runtime, request, params.pin);
  if (!live.ok) return live;
  const address = addressOf(request.headers);
  const asked = await runtime.seats.ask(live.value, { name: body.name, secret: body.key, address });
  return asked.ok ? ok(askedSeatReply(runtime, asked.value)) : asked;
});

export const takeSeat = call(operations.takeSeat, async ({ runtime, request, params, body }) => {
  const live = await sessionByPin(runtime, request, params.pin);
  if (!live.ok) return live;
  const address = addressOf(request.headers);
  const taken = await runtime.seats.take(live.value, { code: body.code, secret: body.key, address });
  return taken.ok ? ok(joinedAs(runtime, taken.value)) : taken;
});

export const listSeatRequests = call(operations.listSeatRequests, async ({ runtime, account, params }) => {
  const live = await ownSession(runtime, account, params.id);
  return live.ok ? ok({ requests: await runtime.seats.waiting(live.value) }) : live;
});

export const answerSeatRequest = call(
  operations.answerSeatRequest,
  async ({ runtime, account, params, body }) => {
    const live = await ownSession(runtime, account, params.id);
    if (!live.ok) return live;
    const answered = await runtime.seats.answer(live.value, params.requestId, body.verdict);
    if (!answered.ok) return answered;
    const waiting = await runtime.seats.waiting(live.value);
    return ok({ requests: waiting.filter(({ id }) => id !== params.requestId) });
  },
);

export const makeSeatCode = call(operations.makeSeatCode, async ({ runtime, account, params, request }) => {
  const live = await ownSession(runtime, account, params.id);
  if (!live.ok) return live;
  const made = await runtime.seats.makeCode(live.value, params.playerId);
  if (!made.ok) return made;
  return ok(seatCodeReply(runtime, live.value.session, made.value, toldOriginOf(request.headers)));
});
