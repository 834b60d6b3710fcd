import fc from "fast-check";

/** Property tests draw the same cases in every run, so that a run is right or wrong for everybody; SEED draws others. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_261_123) });
