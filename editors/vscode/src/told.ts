/** What the server is told of the settings, in the words of its own configuration file. Pure. */

export interface Chosen {
  readonly profile: string;
  readonly packs: readonly string[];
  readonly include: readonly string[];
  readonly severity: Readonly<Record<string, string>>;
}

export interface Told {
  readonly profile?: string;
  readonly packs?: readonly string[];
  readonly include?: readonly string[];
  readonly rules?: Readonly<Record<string, string>>;
}

/** Leaves out what is empty: there the server's own defaults hold. */
export function forServer({ profile, packs, include, severity }: Chosen): Told {
  return {
    ...(profile === "" ? {} : { profile }),
    ...(packs.length === 0 ? {} : { packs }),
    ...(include.length === 0 ? {} : { include }),
    ...(Object.keys(severity).length === 0 ? {} : { rules: severity }),
  };
}
