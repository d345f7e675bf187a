/** The outline as VS Code wants it: what sticks to the top while a resolution scrolls by is its enacting line. Pure. */

/** The part of a DocumentSymbol that matters here. */
export interface Entry<Range> {
  readonly name: string;
  kind: number;
  range: Range;
  selectionRange: Range;
  children: Entry<Range>[];
}

interface Lines {
  readonly start: { readonly line: number };
  readonly end: { readonly line: number };
}

/**
 * The entries with each resolution beginning at its enacting line, and what stands above that before it.
 *
 * `kinds` are the numbers of the kinds of a resolution and an enacting line; `from` makes a range of two ends.
 */
export function sticking<Range extends Lines, One extends Entry<Range>>(
  entries: readonly One[],
  kinds: { readonly resolution: number; readonly enacting: number },
  from: (start: Range["start"], end: Range["end"]) => Range,
): One[] {
  return entries.flatMap((entry) => {
    const enacting = entry.kind === kinds.resolution ? entry.children.find((child) => child.kind === kinds.enacting) : undefined;
    if (enacting === undefined) return [entry];
    const above = entry.children.filter((child) => child.range.end.line < enacting.range.start.line) as One[];
    entry.range = from(enacting.range.start, entry.range.end);
    entry.selectionRange = enacting.selectionRange;
    entry.children = entry.children.filter((child) => !above.includes(child as One));
    return [...above, entry];
  });
}
