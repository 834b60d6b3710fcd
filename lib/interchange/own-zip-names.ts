/** The names of the entries in Ovation's own archive, for its writer and its reader. */
export const QUIZ_ENTRY = "quiz.json";
export const MEDIA_FOLDER = "media/";
