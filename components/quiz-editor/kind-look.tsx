import {
  ArrowDownUp,
  Cable,
  CircleCheck,
  Hash,
  ListChecks,
  type LucideIcon,
  MapPin,
  MessageCircleQuestion,
  PencilLine,
  SlidersHorizontal,
  ToggleLeft,
} from "lucide-react";
import { KINDS, type KindName } from "#lib/quiz/kinds/registry.ts";

const ICONS: Record<KindName, LucideIcon> = {
  single: CircleCheck,
  multiple: ListChecks,
  truefalse: ToggleLeft,
  text: PencilLine,
  number: Hash,
  slider: SlidersHorizontal,
  order: ArrowDownUp,
  match: Cable,
  pin: MapPin,
  poll: MessageCircleQuestion,
};

/** One line for whoever has to choose. */
export const KIND_HINTS: Record<KindName, string> = {
  single: "Two to six options, one is right.",
  multiple: "Several options are right; part of them earns part of the points.",
  truefalse: "One statement, yes or no.",
  text: "Players write the answer themselves.",
  number: "Exact, within a range, or whoever is closest.",
  slider: "Players point at a number on a scale; near is right, too.",
  order: "Players sort items: oldest first, smallest first.",
  match: "Players pair things up, or sort them into groups.",
  pin: "Players point at the right place on a picture.",
  poll: "Ask the room. Nothing is right or wrong.",
};

export function kindLabel(kind: KindName): string {
  return KINDS[kind].label;
}

export function KindIcon({ kind, className }: { kind: KindName; className?: string }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden="true" className={className} />;
}
