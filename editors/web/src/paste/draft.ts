/** The HTML that Word, Google Docs, LibreOffice and mail programs put on the clipboard, as the text of a draft. Pure. */

import { written, type Piece } from "./inline";
import { labelOf, wordLabel } from "./lists";
import { notesOf, type Notes } from "./notes";
import { isUnseen, look, PLAIN, STYLE, styled, tag, type Look } from "./styles";

const BLOCKS = new Set(["p", "div", "li", "ol", "ul", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "tbody", "thead", "tfoot", "tr", "td", "th", "section", "article", "header", "footer", "main", "aside", "hr", "pre", "dl", "dt", "dd", "center", "figure", "address", "body", "form"]);
/** A space of no width, which some programs put where a paragraph is empty, and a hyphen that shows only at a line's end. */
const NOTHING = /[\u200b\ufeff\u00ad]/g;

/**
 * The draft that a piece of HTML shows: paragraphs with blank lines between, italics, bold and underline marked, numbers
 * as they are seen, footnotes at the end. "" where it shows no words.
 */
export function draftOf(html: string): string {
  const root = new DOMParser().parseFromString(defused(html), "text/html").body;
  const reader = new Reader(notesOf(root));
  reader.read(root, PLAIN);
  reader.end();
  return [...reader.paragraphs, ...reader.notes].join("\n\n") + (reader.notes.length + reader.paragraphs.length > 0 ? "\n" : "");
}

/** The policy of the page holds for what is parsed, too: looks are read here and not applied. */
function defused(html: string): string {
  return html.replace(/<style\b[^]*?<\/style\s*>/gi, "").replace(/(<[a-z][^<>]*?\s)style(?=\s*=)/gi, `$1${STYLE}`);
}

class Reader {
  readonly paragraphs: string[] = [];
  readonly notes: string[] = [];
  private pieces: Piece[] = [];
  /** The number that belongs before the next words. */
  private label = "";
  private note = "";

  constructor(private readonly known: Notes) {}

  read(node: Node, outer: Look): void {
    if (node.nodeType === 3) return this.words(node.nodeValue ?? "", outer);
    if (node.nodeType !== 1) return;
    const element = node as Element;
    if (isUnseen(element)) return;
    const name = tag(element);
    if (name === "br") return this.put("\n", outer);
    const marker = this.known.markers.get(element);
    if (marker !== undefined) return this.put(`[^${marker}]`, PLAIN);
    const text = this.known.texts.get(element);
    if (text !== undefined) {
      this.note = text;
      return;
    }
    // The text of this span is a number with blanks in a font of their own.
    if (styled(element, "mso-list") === "ignore") {
      this.label = wordLabel(element.textContent ?? "");
      return;
    }
    const inner = look(element, outer);
    const isBlock = BLOCKS.has(name);
    if (isBlock) this.end();
    if (name === "li") this.label = labelOf(element);
    for (const child of element.childNodes) this.read(child, inner);
    if (isBlock) this.end();
    // An item without words leaves its number to nobody.
    if (name === "li" || styled(element, "mso-list") !== "") this.label = "";
  }

  /** Ends a paragraph. One line end in it stays; two are the end of a paragraph, too. */
  end(): void {
    const shown = written(this.pieces);
    this.pieces = [];
    if (shown === "") return;
    const [first = "", ...others] = shown.split(/\n{2,}/);
    if (this.note === "") this.paragraphs.push(this.label + first, ...others);
    else this.notes.push(`[^${this.note}]: ${shown.replace(/\s+/g, " ")}`);
    this.label = this.note = "";
  }

  private words(text: string, style: Look): void {
    const seen = text.replace(NOTHING, "");
    this.put(style.kept ? seen.replace(/\r\n?/g, "\n") : seen.replace(/[\r\n\t ]+/g, " "), style);
  }

  private put(text: string, style: Look): void {
    if (text !== "") this.pieces.push({ text, look: style });
  }
}
