/** To the place of a problem in the editor. */
export function problemHref(quizId: string, path: string): string {
  return `/host/quizzes/${quizId}#${encodeURIComponent(path)}`;
}
