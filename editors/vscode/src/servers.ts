/**
 * Which server to start. Pure: what is on the machine comes in through `Probes`, so that every order can be tested.
 */

export type ServerKind = "path" | "environment" | "bundled" | "pyodide";

export interface Choice {
  readonly kind: ServerKind;
  /** The program to start; "" for Pyodide, which runs inside the editor's own Node. */
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** One sentence for the status bar and "Show What Is Loaded". */
  readonly why: string;
  /** What was tried before and why it was skipped, in order. */
  readonly passedOver: readonly string[];
}

export interface Wishes {
  readonly path: string;
  readonly interpreter: string;
  readonly use: "automatic" | "environment" | "bundled" | "pyodide";
  /** False in an untrusted workspace: nothing that the workspace names may be started. */
  readonly trusted: boolean;
}

export interface PythonFound {
  readonly command: string;
  readonly version: readonly [number, number];
  /** The version of reslint that can be imported there, undefined when there is none. */
  readonly reslint: string | undefined;
}

export interface Probes {
  /** Whether a program answers `--version`; the text it prints, undefined when it cannot be started. */
  version(command: string): Promise<string | undefined>;
  /** Asks a Python for its version and for reslint. */
  python(command: string): Promise<PythonFound | undefined>;
  /** The interpreter that is selected in the Python extension, if there is one. */
  selectedPython(): Promise<string | undefined>;
  /** The usual names of Python on this machine. */
  readonly pythonNames: readonly string[];
  /** The folder that holds the extension's own Python libraries and the script that starts the server with them. */
  readonly bundled: string;
}

const OLDEST: readonly [number, number] = [3, 10];

/** The first server that works, in the order that the README of the extension promises. */
export async function chooseServer(wishes: Wishes, probes: Probes): Promise<Choice> {
  const passedOver: string[] = [];
  const allowed = (use: Wishes["use"]) => wishes.use === "automatic" || wishes.use === use;

  if (wishes.path !== "") {
    if (!wishes.trusted) {
      passedOver.push("the program in reslint.path: this workspace is not trusted");
    } else {
      const version = await probes.version(wishes.path);
      if (version !== undefined) {
        return choice("path", wishes.path, ["server"], {}, `${version}, from the setting reslint.path`, passedOver);
      }
      passedOver.push(`the program in reslint.path: ${wishes.path} cannot be started`);
    }
  }
  if (allowed("environment")) {
    const found = await fromEnvironment(wishes, probes, passedOver);
    if (found) return found;
  }
  if (allowed("bundled")) {
    const found = await fromBundle(wishes, probes, passedOver);
    if (found) return found;
  }
  return builtIn(passedOver);
}

/** The server that needs nothing of the machine. */
export function builtIn(passedOver: readonly string[]): Choice {
  return choice("pyodide", "", [], {}, "the Python that comes with the extension", passedOver);
}

async function fromEnvironment(wishes: Wishes, probes: Probes, passedOver: string[]): Promise<Choice | undefined> {
  for (const command of await environmentPythons(wishes, probes)) {
    const found = await probes.python(command);
    if (found?.reslint !== undefined) {
      const why = `reslint ${found.reslint} in the Python environment ${command}`;
      return choice("environment", command, ["-I", "-m", "reslint", "server"], {}, why, passedOver);
    }
    passedOver.push(`${command}: ${found === undefined ? "cannot be started" : "reslint is not installed there"}`);
  }
  const onPath = await probes.version("reslint");
  if (onPath !== undefined) {
    return choice("environment", "reslint", ["server"], {}, `${onPath}, found on the PATH`, passedOver);
  }
  passedOver.push("reslint on the PATH: not found");
  return undefined;
}

async function environmentPythons(wishes: Wishes, probes: Probes): Promise<string[]> {
  if (!wishes.trusted) return [];
  const selected = wishes.interpreter !== "" ? wishes.interpreter : await probes.selectedPython();
  return selected === undefined ? [] : [selected];
}

async function fromBundle(wishes: Wishes, probes: Probes, passedOver: string[]): Promise<Choice | undefined> {
  for (const command of [...(await environmentPythons(wishes, probes)), ...probes.pythonNames]) {
    const found = await probes.python(command);
    if (found === undefined) {
      passedOver.push(`${command}: cannot be started`);
      continue;
    }
    const version = found.version.join(".");
    if (isOlder(found.version, OLDEST)) {
      passedOver.push(`${command}: Python ${version} is older than ${OLDEST.join(".")}`);
      continue;
    }
    const why = `the libraries of the extension, run by Python ${version} (${command})`;
    return choice("bundled", command, ["-I", `${probes.bundled}/serve.py`, "server"], {}, why, passedOver);
  }
  return undefined;
}

function isOlder(version: readonly [number, number], than: readonly [number, number]): boolean {
  return version[0] < than[0] || (version[0] === than[0] && version[1] < than[1]);
}

function choice(
  kind: ServerKind,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  why: string,
  passedOver: readonly string[],
): Choice {
  return { kind, command, args, env, why, passedOver: [...passedOver] };
}
