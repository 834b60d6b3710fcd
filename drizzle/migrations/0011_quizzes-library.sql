ALTER TABLE "quizzes" ADD COLUMN "folder" text;--> statement-breakpoint
ALTER TABLE "quizzes" ADD COLUMN "tags" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "quizzes" ADD COLUMN "archived_at_ms" bigint;--> statement-breakpoint
ALTER TABLE "quizzes" ADD COLUMN "trashed_at_ms" bigint;--> statement-breakpoint
ALTER TABLE "quizzes" ADD COLUMN "title_key" text;--> statement-breakpoint
ALTER TABLE "quizzes" ADD COLUMN "found_by" "tsvector";--> statement-breakpoint
ALTER TABLE "quizzes" ADD COLUMN "read_version" integer;--> statement-breakpoint
CREATE INDEX "quizzes_found_by" ON "quizzes" USING gin ("found_by");--> statement-breakpoint
CREATE INDEX "quizzes_unread" ON "quizzes" USING btree ("account_id") WHERE read_version is distinct from version;--> statement-breakpoint
CREATE INDEX "quizzes_trashed" ON "quizzes" USING btree ("trashed_at_ms") WHERE trashed_at_ms is not null;