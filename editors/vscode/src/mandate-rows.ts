/** The rows of the view "Mandates", by who is asked. */

interface Place {
  readonly line: number;
  readonly character: number;
}

/** A request, as the server's command `reslint.mandates` gives it. */
export interface Row {
  readonly paragraph: string;
  readonly verb: string;
  readonly addressees: readonly string[];
  readonly groups: readonly string[];
  readonly action: string;
  readonly deliverables: readonly string[];
  readonly deadlines: readonly string[];
  readonly periods: readonly string[];
  readonly conditions: readonly string[];
  readonly items: readonly string[];
  readonly range: { readonly start: Place; readonly end: Place };
}

/** Those who are asked under one name, with the requests to them. */
export interface Group {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** The rows by addressee, those asked most first; a row with several addressees stands under each, as a row of its own. */
export function grouped(rows: readonly Row[]): readonly Group[] {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    for (const name of row.groups) found.set(name, [...(found.get(name) ?? []), { ...row }]);
  }
  const groups = [...found].map(([name, those]) => ({ name, rows: those }));
  return groups.sort((one, other) => other.rows.length - one.rows.length || one.name.localeCompare(other.name));
}

const SHORT = 44;

/** The words of a row: where what is to be delivered and by when stands beside them, what is asked leaves room for it. */
export function worded({ paragraph, verb, action, deliverables, deadlines }: Row): { label: string; beside: string } {
  const beside = [...deliverables, ...deadlines].join(" · ");
  const shown = beside === "" || action.length <= SHORT ? action : `${action.slice(0, action.lastIndexOf(" ", SHORT))} …`;
  return { label: `${paragraph}  ${verb}: ${shown}`, beside };
}
