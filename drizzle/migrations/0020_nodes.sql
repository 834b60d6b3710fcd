CREATE TABLE "nodes" (
	"id" text PRIMARY KEY NOT NULL,
	"beat_at_ms" bigint NOT NULL,
	"drain_asked_at_ms" bigint,
	"facts" jsonb NOT NULL
);
