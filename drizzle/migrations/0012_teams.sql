ALTER TABLE "players" ADD COLUMN "team_id" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "teams" jsonb DEFAULT '[]'::jsonb NOT NULL;