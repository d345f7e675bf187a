/** The extension in VS Code for the Web, where the server runs in a worker. */

import * as vscode from "vscode";
import type { DynamicFeature, StaticFeature } from "vscode-languageclient";
import { LanguageClient } from "vscode-languageclient/browser";
import { fromServer, toServer } from "./addresses";
import { registersCommands } from "./client";
import { register, type Api } from "./commands";
import { Session, type Launch } from "./session";
import { watchRuleFiles } from "./web-files";
import { startWorker } from "./worker-host";

let session: Session | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<Api> {
  session = new Session(() => Promise.resolve([launch(context.extensionUri)]));
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

function launch(extension: vscode.Uri): Launch {
  return {
    short: "built in",
    why: "the Python that comes with the extension, in a worker of the browser",
    passedOver: [],
    make: async (options) => {
      const worker = await startWorker(extension);
      const files = await watchRuleFiles((sent) => worker.postMessage({ reslint: { files: sent } }));
      const uriConverters = {
        code2Protocol: (uri: vscode.Uri) => toServer(uri),
        protocol2Code: (address: string) => vscode.Uri.parse(fromServer(address)),
      };
      return {
        client: new Client("reslint", "reslint", worker, { ...options, uriConverters }),
        end: () => {
          files.dispose();
          worker.terminate();
        },
      };
    },
  };
}
