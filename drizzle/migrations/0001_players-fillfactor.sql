-- Room on each page for new versions of its rows: drizzle-kit has no notation for storage parameters.
ALTER TABLE "players" SET (fillfactor = 50);
