CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at_ms" bigint NOT NULL,
	CONSTRAINT "accounts_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"session_id" text NOT NULL,
	"question_index" integer NOT NULL,
	"player_id" text NOT NULL,
	"response" jsonb NOT NULL,
	"correct" boolean,
	"fraction" double precision NOT NULL,
	"points" integer NOT NULL,
	"streak" integer NOT NULL,
	"elapsed_ms" integer NOT NULL,
	"received_at_ms" bigint NOT NULL,
	CONSTRAINT "answers_session_id_question_index_player_id_pk" PRIMARY KEY("session_id","question_index","player_id")
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"key_hash" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"label" text NOT NULL,
	"created_at_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "players" (
	"session_id" text NOT NULL,
	"player_id" text NOT NULL,
	"seq" integer NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"join_key" text,
	"joined_at_ms" bigint NOT NULL,
	"removed_at_ms" bigint,
	"score" integer DEFAULT 0 NOT NULL,
	"correct_time_ms" integer DEFAULT 0 NOT NULL,
	"correct_count" integer DEFAULT 0 NOT NULL,
	"answered_count" integer DEFAULT 0 NOT NULL,
	"streak" integer DEFAULT 0 NOT NULL,
	"streak_index" integer,
	CONSTRAINT "players_session_id_player_id_pk" PRIMARY KEY("session_id","player_id"),
	CONSTRAINT "players_join_key" UNIQUE("session_id","join_key")
);
--> statement-breakpoint
CREATE TABLE "quizzes" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"quiz" jsonb NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"updated_at_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_counters" (
	"session_id" text PRIMARY KEY NOT NULL,
	"last_seq" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"pin" text NOT NULL,
	"pin_held" boolean DEFAULT true NOT NULL,
	"account_id" text NOT NULL,
	"quiz_id" text,
	"quiz" jsonb NOT NULL,
	"settings" jsonb NOT NULL,
	"phase" jsonb NOT NULL,
	"version" integer NOT NULL,
	"locked" boolean NOT NULL,
	"voided" jsonb NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"started_at_ms" bigint,
	"ended_at_ms" bigint,
	"due_at_ms" bigint
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"expires_at_ms" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_session_id_player_id_players_session_id_player_id_fk" FOREIGN KEY ("session_id","player_id") REFERENCES "public"."players"("session_id","player_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "players" ADD CONSTRAINT "players_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quizzes" ADD CONSTRAINT "quizzes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_counters" ADD CONSTRAINT "session_counters_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_quiz_id_quizzes_id_fk" FOREIGN KEY ("quiz_id") REFERENCES "public"."quizzes"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answers_player" ON "answers" USING btree ("session_id","player_id");--> statement-breakpoint
CREATE INDEX "api_keys_account" ON "api_keys" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "players_name" ON "players" USING btree ("session_id","name_key") WHERE removed_at_ms is null;--> statement-breakpoint
CREATE INDEX "quizzes_account" ON "quizzes" USING btree ("account_id","updated_at_ms");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_pin_held" ON "sessions" USING btree ("pin") WHERE pin_held;--> statement-breakpoint
CREATE INDEX "sessions_due" ON "sessions" USING btree ("due_at_ms") WHERE due_at_ms is not null;--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id","created_at_ms");--> statement-breakpoint
CREATE INDEX "sessions_quiz" ON "sessions" USING btree ("quiz_id");--> statement-breakpoint
CREATE INDEX "sessions_ended" ON "sessions" USING btree ("ended_at_ms") WHERE pin_held;--> statement-breakpoint
CREATE INDEX "sign_ins_account" ON "sign_ins" USING btree ("account_id");