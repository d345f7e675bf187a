/** The numbers that a program shows before its paragraphs and that are not in their text. */

import { styled, tag } from "./styles";

const ROMAN: readonly (readonly [number, string])[] = [[10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"]];
const BULLETS = /^[·•▪◦●○■□§oØü*–—-]$/u;
const BULLET = "- ";

/** The label of an item of a list, with the space behind it. */
export function labelOf(item: Element): string {
  const list = item.parentElement;
  if (list === null || (tag(list) !== "ol" && tag(list) !== "ul")) return "";
  const kind = styled(item, "list-style-type") || styled(list, "list-style-type") || kindOf(list);
  if (kind === "none") return "";
  return labelled(kind, numberOf(item, list));
}

/** What Word has written where it numbers by itself; `words` are those that it marks as "Ignore". */
export function wordLabel(words: string): string {
  const label = words.replace(/\s+/gu, " ").trim();
  return label === "" ? "" : BULLETS.test(label) || /\p{Co}/u.test(label) ? BULLET : `${label} `;
}

function kindOf(list: Element): string {
  if (tag(list) === "ul") return "disc";
  return { a: "lower-alpha", A: "upper-alpha", i: "lower-roman", I: "upper-roman" }[list.getAttribute("type") ?? ""] ?? "decimal";
}

function numberOf(item: Element, list: Element): number {
  let number = Number(list.getAttribute("start") ?? 1) - 1;
  for (const each of list.children) {
    if (tag(each) !== "li") continue;
    number = each.hasAttribute("value") ? Number(each.getAttribute("value")) : number + 1;
    if (each === item) break;
  }
  return number;
}

/** Numbers as resolutions have them: a full stop after figures, parentheses about letters. */
function labelled(kind: string, number: number): string {
  switch (kind) {
    case "decimal": return `${number}. `;
    case "decimal-leading-zero": return `${number}. `;
    case "lower-alpha": case "lower-latin": return `(${lettered(number)}) `;
    case "upper-alpha": case "upper-latin": return `${lettered(number).toUpperCase()}. `;
    case "lower-roman": return `(${roman(number)}) `;
    case "upper-roman": return `${roman(number).toUpperCase()}. `;
    default: return BULLET;
  }
}

function lettered(number: number): string {
  let letters = "";
  for (let left = number; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCharCode(97 + ((left - 1) % 26)) + letters;
  return letters;
}

function roman(number: number): string {
  let [left, letters] = [number, ""];
  for (const [value, sign] of ROMAN) {
    for (; left >= value; left -= value) letters += sign;
  }
  return letters;
}
