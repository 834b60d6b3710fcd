import type { Metrics } from "./metrics.ts";

/** Metrics of a server that nobody asks for any: nothing is counted, and no time is spent on it. */
export function silentMetrics(): Metrics {
  const nothing = () => {};
  return {
    upgrade: nothing,
    socketOpened: nothing,
    socketClosed: nothing,
    frameIn: nothing,
    frameOut: nothing,
    frameDropped: nothing,
    slowReader: nothing,
    badFrame: nothing,
    rtt: nothing,
    broadcast: nothing,
    hello: nothing,
    questionSkew: nothing,
    boardDelay: nothing,
    reveal: nothing,
    sessionStep: nothing,
    sessionsOverdue: nothing,
    join: nothing,
    pinFailure: nothing,
    signIn: nothing,
    answer: nothing,
    answerGroup: nothing,
    storeCall: nothing,
    boardRebuilt: nothing,
    spans: nothing,
    errorReport: nothing,
    busLag: nothing,
    redisError: nothing,
    redisCommand: nothing,
    connectionCut: nothing,
    pageTurnedAway: nothing,
    response: nothing,
    http: nothing,
    onScrape: nothing,
    text: async () => "",
    contentType: "text/plain",
  };
}
