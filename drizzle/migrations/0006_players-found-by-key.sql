ALTER TABLE "players" DROP CONSTRAINT "players_join_key";--> statement-breakpoint
DROP INDEX "players_name";--> statement-breakpoint
CREATE UNIQUE INDEX "players_name" ON "players" USING btree ("name_key","session_id") WHERE removed_at_ms is null;--> statement-breakpoint
ALTER TABLE "players" ADD CONSTRAINT "players_join_key" UNIQUE("join_key","session_id");