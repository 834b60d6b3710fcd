import { UNIT_WORDS, unitSign } from "../units.ts";
import type { Piece } from "./numbers.ts";

/** The pieces with the units behind numbers under their one name. */
export function withUnits(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece;
    const before = out.at(-1);
    const unit = before?.kind === "number" || isRate(out) ? unitAt(pieces, i) : null;
    if (unit) {
      out.push({ kind: "unit", text: unit.sign });
      i += unit.pieces - 1;
    } else if (before?.kind === "unit" && PER.includes(piece.text) && unitAt(pieces, i + 1)) {
      out.push({ kind: "sign", text: "/" });
    } else if (moneyOf(piece) && pieces[i + 1]?.kind === "number") {
      out.push(pieces[i + 1] as Piece, {
        kind: "unit",
        text: moneyOf(piece) as string,
      });
      i += 1;
    } else {
      out.push(piece);
    }
  }
  return out;
}

const PER = ["/", "per", "pro", "par", "por", "al", "a", "в", "на", "mỗi"];
const MONEY = ["$", "€", "£", "¥", "₫", "₹", "₩", "₽", "₴", "₪", "฿", "元"];

/** Behind the stroke of "km/". */
function isRate(pieces: readonly Piece[]): boolean {
  return pieces.at(-1)?.text === "/" && pieces.at(-2)?.kind === "unit";
}

/** The unit that begins here, the longest: "degrees Celsius" before "degrees". */
function unitAt(pieces: readonly Piece[], i: number): { sign: string; pieces: number } | null {
  let name = "";
  let longest: { sign: string; pieces: number } | null = null;
  for (let many = 1; many <= UNIT_WORDS; many++) {
    const piece = pieces[i + many - 1];
    if (!piece || piece.kind === "number") break;
    name += piece.text;
    const sign = unitSign(name);
    if (sign) longest = { sign, pieces: many };
  }
  return longest;
}

function moneyOf({ text }: Piece): string | null {
  const sign = unitSign(text);
  return sign && MONEY.includes(sign) ? sign : null;
}
