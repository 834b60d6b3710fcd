CREATE TABLE "remotes" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"code_hash" text NOT NULL,
	"code_until_ms" bigint NOT NULL,
	"token_hash" text,
	"device" text,
	"paired_at_ms" bigint
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "rehearsal" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "remotes" ADD CONSTRAINT "remotes_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "remotes_session" ON "remotes" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "sessions_rehearsals" ON "sessions" USING btree ("account_id") WHERE rehearsal;