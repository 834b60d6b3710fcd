ALTER TABLE "answers" DROP CONSTRAINT "answers_session_id_player_id_players_session_id_player_id_fk";
--> statement-breakpoint
DROP INDEX "answers_player";
--> statement-breakpoint
CREATE FUNCTION "delete_answers_of_session"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM answers WHERE session_id = OLD.id;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "sessions_delete_answers" AFTER DELETE ON "sessions"
  FOR EACH ROW EXECUTE FUNCTION "delete_answers_of_session"();
