CREATE TABLE "retention" (
	"account_id" text PRIMARY KEY NOT NULL,
	"names_days" integer,
	"sessions_days" integer
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "names_replaced_at_ms" bigint;--> statement-breakpoint
ALTER TABLE "retention" ADD CONSTRAINT "retention_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;