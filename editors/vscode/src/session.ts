/** One running server and everything that depends on it; started, replaced and stopped here. */

import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { clientOptions } from "./client";
import { TypingFilter } from "./typingFilter";
import { Status } from "./status";

/** A server that can be started: what it is called, why it was taken, and how its client is made. */
export interface Launch {
  readonly short: string;
  readonly why: string;
  readonly passedOver: readonly string[];
  make(options: LanguageClientOptions): Promise<Started>;
}

export interface Started {
  readonly client: BaseLanguageClient;
  /** Ends what the client itself does not end. */
  readonly end?: () => void;
}

/** What runs and why. */
export interface Loaded {
  readonly short: string;
  readonly why: string;
  readonly passedOver: readonly string[];
  readonly server: string;
}

export class Session implements vscode.Disposable {
  readonly log = vscode.window.createOutputChannel("reslint", { log: true });
  private readonly status = new Status();
  private readonly typingFilter = new TypingFilter(() => this.refresh());
  private started: Started | undefined;
  private launch: Launch | undefined;
  private queue: Promise<void> = Promise.resolve();

  constructor(private readonly find: () => Promise<readonly Launch[]>) {}

  /** What runs and why; undefined while nothing does. */
  get loaded(): Loaded | undefined {
    if (this.started === undefined || this.launch === undefined) return undefined;
    const info = this.started.client.initializeResult?.serverInfo;
    const { short, why, passedOver } = this.launch;
    return { short, why, passedOver, server: `${info?.name ?? "reslint"} ${info?.version ?? ""}`.trim() };
  }

  /** Starts the first server that comes up, or replaces the one that runs; calls wait for one another. */
  start(): Promise<void> {
    this.queue = this.queue.then(() => this.replace()).catch((error: unknown) => this.log.error(String(error)));
    return this.queue;
  }

  /** Runs a command of the server and gives its answer; throws, with a sentence to act on, when nothing runs. */
  ask<Answer>(command: string, ...args: unknown[]): Promise<Answer> {
    return this.running.sendRequest<Answer>("workspace/executeCommand", { command, arguments: args });
  }

  /** The same; rejects when `stop` says so. */
  askUntil<Answer>(stop: vscode.CancellationToken, command: string, ...args: unknown[]): Promise<Answer> {
    return this.running.sendRequest<Answer>("workspace/executeCommand", { command, arguments: args }, stop);
  }

  /** How the server calls a document. */
  address(uri: vscode.Uri): string {
    return this.running.code2ProtocolConverter.asUri(uri);
  }

  dispose(): void {
    void this.stop();
    this.typingFilter.dispose();
    this.status.dispose();
    this.log.dispose();
  }

  /** Ends the server, if one runs. */
  async stop(): Promise<void> {
    const started = this.started;
    this.started = undefined;
    this.launch = undefined;
    await started?.client.dispose().catch((error: unknown) => this.log.warn(`while stopping: ${String(error)}`));
    started?.end?.();
  }

  private get running(): BaseLanguageClient {
    if (this.started === undefined) throw new Error("reslint is not running; “reslint: Show Log” says why.");
    return this.started.client;
  }

  private async replace(): Promise<void> {
    await this.stop();
    const tried: string[] = [];
    for (const launch of await this.find()) {
      this.status.starting(launch.why);
      this.log.info(`starting ${launch.why}`);
      let made: Started | undefined;
      try {
        made = await launch.make(clientOptions(this.log, this.typingFilter));
        await made.client.start();
        this.started = made;
        this.launch = { ...launch, passedOver: [...launch.passedOver, ...tried] };
        this.status.running(launch.short, launch.why);
        this.log.info(`running ${launch.why}`);
        return;
      } catch (error) {
        made?.end?.();
        tried.push(`${launch.why}: ${error instanceof Error ? error.message : String(error)}`);
        this.log.error(`not started: ${tried.at(-1) ?? ""}`);
      }
    }
    this.status.failed(`reslint could not be started. ${tried.join(" ")}`);
  }

  private refresh(): void {
    (this.started?.client.getFeature("textDocument/diagnostic") as { refresh?: () => void } | undefined)?.refresh?.();
  }
}
