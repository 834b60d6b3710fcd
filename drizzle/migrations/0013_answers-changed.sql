CREATE TABLE "earlier_answers" (
	"session_id" text NOT NULL,
	"question_index" integer NOT NULL,
	"player_id" text NOT NULL,
	"change" integer NOT NULL,
	"response" jsonb NOT NULL,
	"elapsed_ms" integer NOT NULL,
	"received_at_ms" bigint NOT NULL,
	CONSTRAINT "earlier_answers_session_id_question_index_player_id_change_pk" PRIMARY KEY("session_id","question_index","player_id","change")
);
--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "changes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "earlier_answers" ADD CONSTRAINT "earlier_answers_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;