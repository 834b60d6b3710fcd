/** What the entries of Ovation's own archive are called, by whoever writes it and whoever reads it. */
export const QUIZ_ENTRY = "quiz.json";
export const MEDIA_FOLDER = "media/";
