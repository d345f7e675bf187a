/** The extension in a desktop or remote editor, where programs can be started. */

import * as vscode from "vscode";
import type { DynamicFeature, StaticFeature } from "vscode-languageclient";
import { LanguageClient, TransportKind, type ServerOptions } from "vscode-languageclient/node";
import { registersCommands } from "./client";
import { register, type Api } from "./commands";
import { machineProbes } from "./probes";
import { builtIn, chooseServer, type Choice } from "./servers";
import { Session, type Launch } from "./session";
import { wishes } from "./settings";

let session: Session | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<Api> {
  const file = (...parts: string[]) => vscode.Uri.joinPath(context.extensionUri, ...parts).fsPath;
  session = new Session(async () => {
    const probes = machineProbes(file("bundled"));
    const wished = wishes();
    const first = await chooseServer(wished, probes);
    // Whatever fails to come up after all: the built-in server stands in for it.
    const fallBack = first.kind === "pyodide" || wished.use !== "automatic" ? [] : [builtIn([])];
    return [first, ...fallBack].map((choice) => launch(choice, file));
  });
  const api = register(context, session);
  await session.start();
  return api;
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}

class Client extends LanguageClient {
  override registerFeature(feature: StaticFeature | DynamicFeature<unknown>): void {
    if (!registersCommands(feature)) super.registerFeature(feature);
  }
}

const SHORT = { path: "own program", environment: "environment", bundled: "bundled", pyodide: "built in" } as const;

function launch(choice: Choice, file: (...parts: string[]) => string): Launch {
  // Never the folder of a workspace: Python and Windows look for modules and programs in the working folder.
  const cwd = file();
  const server: ServerOptions =
    choice.kind === "pyodide"
      ? { module: file("dist", "pyodide.mjs"), transport: TransportKind.stdio, args: [file("dist")], options: { cwd } }
      : {
          command: choice.command,
          args: [...choice.args],
          transport: TransportKind.stdio,
          options: { cwd, env: { ...process.env, ...choice.env } },
        };
  return {
    short: SHORT[choice.kind],
    why: choice.why,
    passedOver: choice.passedOver,
    make: (options) => Promise.resolve({ client: new Client("reslint", "reslint", server, options) }),
  };
}
