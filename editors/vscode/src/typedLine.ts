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
  /** The first of the lines in which findings wait: the end of the paragraph before, while the next one has no words. */
  readonly from: number;
  readonly known: ReadonlySet<string>;
  held: boolean;
}

export class TypedLine {
  private readonly written = new Map<string, Writing>();

  /** Somebody types in a line; `marks` are the findings shown now. Another line than before begins again.
   *
   * `from` is the first line in which findings wait, if that is not the same. */
  typed(document: string, line: number, marks: readonly Mark[], from = line): void {
    const before = this.written.get(document);
    if (before?.line === line && before.from === from) return;
    // What has waited until now waits on.
    const waited = before !== undefined && before.from <= line && from <= before.line;
    const known = waited ? before.known : new Set(marks.filter((mark) => touches(mark, from, line)).map((mark) => mark.key));
    this.written.set(document, { line, from, known, held: waited && before.held });
  }

  /** Whether a finding waits. */
  holds(document: string, mark: Mark): boolean {
    const writing = this.written.get(document);
    if (writing === undefined || !touches(mark, writing.from, writing.line) || writing.known.has(mark.key)) return false;
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

function touches(mark: Mark, first: number, last: number): boolean {
  return mark.first <= last && first <= mark.last;
}
