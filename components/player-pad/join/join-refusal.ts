export interface JoinRefusal {
  code: string;
}

/** Where on the form a refusal belongs: beside what has to change, or to the whole. */
export function refusalPlace(code: string): "pin" | "name" | "team" | "form" {
  if (code.startsWith("name_")) return "name";
  if (code.startsWith("team")) return "team";
  if (code === "unknown_pin" || code === "session_not_found" || code === "session_ended") return "pin";
  return "form";
}
