import { FIRST_PROBLEMS } from "../../quiz/quiz-store.ts";

/** A quiz as lists show it; for a table aliased `q`. */
export const QUIZ_SUMMARY = `
  q.id, q.quiz->>'title' as title, q.quiz->>'description' as description,
  jsonb_array_length(q.quiz->'questions') as questions, q.version, jsonb_array_length(q.problems) as problems,
  jsonb_path_query_array(q.problems, '$[0 to ${FIRST_PROBLEMS - 1}]') as "firstProblems",
  q.folder, q.tags, q.archived_at_ms is not null as archived, q.trashed_at_ms as "trashedAtMs",
  (select max(s.created_at_ms) from sessions s where s.quiz_id = q.id and not s.rehearsal) as "playedAtMs",
  (select json_build_object('id', a.id, 'name', a.name) from accounts a where a.id = coalesce(q.made_by, q.account_id)) as "madeBy",
  q.created_at_ms as "createdAtMs", q.updated_at_ms as "updatedAtMs"`;
