CREATE TABLE "session_steps" (
	"session_id" text NOT NULL,
	"version" integer NOT NULL,
	"at_ms" bigint NOT NULL,
	"phase" jsonb NOT NULL,
	"voided" jsonb NOT NULL,
	CONSTRAINT "session_steps_session_id_version_pk" PRIMARY KEY("session_id","version")
);
--> statement-breakpoint
ALTER TABLE "session_steps" ADD CONSTRAINT "session_steps_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;