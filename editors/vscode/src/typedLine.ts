/**
 * Which findings wait while a line is being written: those that were not there when the writing of it began. Pure.
 */

/** A finding: the lines it touches, and what tells it from others. */
export interface Mark {
  readonly first: number;
  readonly last: number;
  readonly key: string;
}

interface Writing {
  readonly line: number;
  readonly known: ReadonlySet<string>;
  held: boolean;
}

export class TypedLine {
  private readonly written = new Map<string, Writing>();

  /** Somebody types in a line; `marks` are the findings shown now. Another line than before begins anew. */
  typed(document: string, line: number, marks: readonly Mark[]): void {
    if (this.written.get(document)?.line === line) return;
    const known = new Set(marks.filter((mark) => touches(mark, line)).map((mark) => mark.key));
    this.written.set(document, { line, known, held: false });
  }

  /** Whether a finding waits. */
  holds(document: string, mark: Mark): boolean {
    const writing = this.written.get(document);
    if (writing === undefined || !touches(mark, writing.line) || writing.known.has(mark.key)) return false;
    writing.held = true;
    return true;
  }

  /** The line that is being written, if one is. */
  line(document: string): number | undefined {
    return this.written.get(document)?.line;
  }

  /** The writing of the line has ended; whether findings have waited for that. */
  ended(document: string): boolean {
    const held = this.written.get(document)?.held ?? false;
    this.written.delete(document);
    return held;
  }
}

function touches(mark: Mark, line: number): boolean {
  return mark.first <= line && line <= mark.last;
}
