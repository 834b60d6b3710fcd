import {
  ArrowDownUp,
  Cable,
  CircleCheck,
  Cloud,
  Hash,
  ListChecks,
  type LucideIcon,
  MapPin,
  MessageCircleQuestion,
  PencilLine,
  Presentation,
  SlidersHorizontal,
  Star,
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
  rating: Star,
  wordcloud: Cloud,
  slide: Presentation,
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
  wordcloud: "Everybody’s words, the frequent ones large; you decide what is shown.",
  slide: "A heading, a text, a picture: something to read, without answers.",
  rating: "How good, how likely? A scale with words at its ends, or the Net Promoter Score.",
};

export function kindLabel(kind: KindName): string {
  return KINDS[kind].label;
}

export function KindIcon({ kind, className }: { kind: KindName; className?: string }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden="true" className={className} />;
}
