ALTER TABLE "players" ADD COLUMN "moves" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "players" ADD COLUMN "seat_offer" text;--> statement-breakpoint
ALTER TABLE "players" ADD COLUMN "seat_offer_until_ms" bigint;--> statement-breakpoint
ALTER TABLE "players" ADD COLUMN "network" text;--> statement-breakpoint
CREATE INDEX "players_seat_offer" ON "players" USING btree ("seat_offer") WHERE seat_offer is not null;