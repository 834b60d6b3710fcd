CREATE TABLE "regrades" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"place" integer NOT NULL,
	"at_ms" bigint NOT NULL,
	"by" jsonb NOT NULL,
	"reason" text NOT NULL,
	"changes" jsonb NOT NULL,
	"profile" text,
	"was" jsonb NOT NULL,
	"undone" jsonb,
	CONSTRAINT "regrades_place" UNIQUE("session_id","place")
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "regradings" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "regrades" ADD CONSTRAINT "regrades_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;