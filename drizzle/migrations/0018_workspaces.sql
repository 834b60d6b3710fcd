CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"secret_hash" text NOT NULL,
	"email" text,
	"role" text NOT NULL,
	"invited_by" text NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"expires_at_ms" bigint NOT NULL,
	"used_at_ms" bigint,
	"revoked_at_ms" bigint
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "workspace_id" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "role" text DEFAULT 'owner' NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "removed_at_ms" bigint;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "scope" text DEFAULT 'admin' NOT NULL;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "hint" text;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "used_at_ms" bigint;--> statement-breakpoint
ALTER TABLE "quizzes" ADD COLUMN "made_by" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "made_by" text;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD COLUMN "device" text;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD COLUMN "created_at_ms" bigint;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD COLUMN "used_at_ms" bigint;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_workspace_id_accounts_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitations_workspace" ON "invitations" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "accounts_workspace" ON "accounts" USING btree ("workspace_id");