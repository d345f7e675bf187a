/** What is on this machine: asks programs for their version. Node only. */

import { execFile } from "node:child_process";
import * as vscode from "vscode";
import type { Probes, PythonFound } from "./servers";

const PATIENCE = 10_000;
const ASK = [
  "import sys, importlib.util as u",
  "print('%d.%d' % sys.version_info[:2])",
  "print(__import__('reslint').__version__ if u.find_spec('reslint') else '')",
].join("\n");

/** The probes for a desktop or remote editor; `bundled` is the folder `bundled` of the extension. */
export function machineProbes(bundled: string): Probes {
  return {
    bundled,
    pythonNames: process.platform === "win32" ? ["py", "python", "python3"] : ["python3", "python"],
    version: async (command) => (await run(command, ["--version"], bundled))?.trim(),
    python: (command) => askPython(command, bundled),
    selectedPython,
  };
}

async function askPython(command: string, cwd: string): Promise<PythonFound | undefined> {
  // -I: neither the working folder nor PYTHONPATH may put code of a workspace in front of the real modules.
  const answer = await run(command, ["-I", "-c", ASK], cwd);
  const [version, reslint] = answer?.split(/\r?\n/) ?? [];
  const match = /^(\d+)\.(\d+)$/.exec(version ?? "");
  if (match === null) return undefined;
  return { command, version: [Number(match[1]), Number(match[2])], reslint: reslint || undefined };
}

async function selectedPython(): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension("ms-python.python");
  if (extension === undefined) return undefined;
  const api: unknown = extension.isActive ? extension.exports : await extension.activate();
  const environments = (api as { environments?: PythonEnvironments } | undefined)?.environments;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const path = environments?.getActiveEnvironmentPath(folder);
  return path === undefined ? undefined : (await environments?.resolveEnvironment(path))?.executable.uri?.fsPath;
}

/** The part of the Python extension's interface that is used here. */
interface PythonEnvironments {
  getActiveEnvironmentPath(resource?: vscode.Uri): unknown;
  resolveEnvironment(path: unknown): Promise<{ executable: { uri?: vscode.Uri } } | undefined>;
}

/** Runs a program in a folder of the extension, never in one of the workspace, where Windows would look for it first. */
function run(command: string, args: readonly string[], cwd: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(command, [...args], { cwd, timeout: PATIENCE, windowsHide: true }, (error, stdout) => {
      resolve(error === null ? stdout : undefined);
    });
  });
}
