import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseServer, type Probes, type PythonFound, type Wishes } from "../../src/servers";

const WISHES: Wishes = { path: "", interpreter: "", use: "automatic", trusted: true };

/** A machine with these programs, Pythons and a selected environment; `asked` collects what was started. */
function machine(
  found: { programs?: Record<string, string>; pythons?: Record<string, Omit<PythonFound, "command">>; selected?: string },
  asked: string[] = [],
): Probes {
  return {
    bundled: "/extension/bundled",
    pythonNames: ["python3", "python"],
    version: async (command) => {
      asked.push(command);
      return found.programs?.[command];
    },
    python: async (command) => {
      asked.push(command);
      const python = found.pythons?.[command];
      return python && { command, ...python };
    },
    selectedPython: async () => found.selected,
  };
}

const NEW = { version: [3, 12], reslint: undefined } as const;

test("the program that the settings name goes before all others", async () => {
  const probes = machine({ programs: { "/opt/reslint": "reslint 9", reslint: "reslint 1" }, pythons: { python3: NEW } });
  const choice = await chooseServer({ ...WISHES, path: "/opt/reslint" }, probes);
  assert.deepEqual([choice.kind, choice.command, choice.args], ["path", "/opt/reslint", ["server"]]);
  assert.match(choice.why, /reslint 9, from the setting/);
});

test("a program that cannot be started is skipped and named", async () => {
  const choice = await chooseServer({ ...WISHES, path: "/gone" }, machine({ pythons: { python3: NEW } }));
  assert.equal(choice.kind, "bundled");
  assert.ok(choice.passedOver.includes("the program in reslint.path: /gone cannot be started"));
});

test("reslint in the selected environment goes before one on the PATH", async () => {
  const pythons = { "/venv/python": { version: [3, 11], reslint: "2.0" } } as const;
  const choice = await chooseServer(WISHES, machine({ programs: { reslint: "reslint 1" }, pythons, selected: "/venv/python" }));
  assert.deepEqual([choice.kind, choice.command], ["environment", "/venv/python"]);
});

test("Python never looks for modules in the workspace", async () => {
  for (const reslint of ["2.0", undefined]) {
    const pythons = { python3: { version: [3, 11], reslint } } as const;
    const choice = await chooseServer({ ...WISHES, interpreter: "python3" }, machine({ pythons }));
    assert.equal(choice.args[0], "-I");
    assert.deepEqual(choice.env, {});
  }
});

test("the libraries of the extension run with a Python of 3.10 or newer", async () => {
  const pythons = { python3: { version: [3, 9], reslint: undefined }, python: { version: [3, 10], reslint: undefined } } as const;
  const choice = await chooseServer(WISHES, machine({ pythons }));
  assert.deepEqual([choice.kind, choice.command], ["bundled", "python"]);
  assert.deepEqual(choice.args, ["-I", "/extension/bundled/serve.py", "server"]);
  assert.ok(choice.passedOver.includes("python3: Python 3.9 is older than 3.10"));
});

test("where there is nothing, the Python of the extension runs, and it is said why", async () => {
  const choice = await chooseServer(WISHES, machine({}));
  assert.equal(choice.kind, "pyodide");
  assert.deepEqual(choice.passedOver, ["reslint on the PATH: not found", "python3: cannot be started", "python: cannot be started"]);
});

test("in an untrusted workspace nothing that it names is started", async () => {
  const asked: string[] = [];
  const probes = machine({ selected: "/workspace/.venv/python", pythons: { python3: NEW } }, asked);
  const wishes = { ...WISHES, trusted: false, path: "/workspace/evil", interpreter: "/workspace/evil-python" };
  const choice = await chooseServer(wishes, probes);
  assert.equal(choice.kind, "bundled");
  assert.deepEqual(asked.filter((name) => name.startsWith("/workspace")), []);
});

for (const use of ["environment", "bundled", "pyodide"] as const) {
  test(`with “${use}” no other kind is taken, and Pyodide where that cannot be`, async () => {
    const all = machine({ programs: { reslint: "reslint 1" }, pythons: { python3: NEW } });
    assert.equal((await chooseServer({ ...WISHES, use }, all)).kind, use);
    assert.equal((await chooseServer({ ...WISHES, use }, machine({}))).kind, "pyodide");
  });
}
