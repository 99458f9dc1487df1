/** The language server's process: found, started, started again, and its state for all to see. */

import {
  EventEmitter,
  workspace,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  type Uri,
} from "vscode";
import {
  CloseAction,
  ErrorAction,
  ExecuteCommandRequest,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  type CloseHandlerResult,
  type LanguageClientOptions,
} from "vscode-languageclient/node";
import { t } from "./language";
import { candidates, locate, type Launch, type Located } from "./environment";
import { probing, SAFE_PYTHON, thisMachine } from "./running";
import { Crashes } from "./crashes";
import { serverSettings, type ServerSettings } from "./settings";
import { parseVersion, type Version } from "./version";
import { currentWishes, SECTION } from "./wishes";

export interface Running {
  readonly kind: "running";
  readonly launch: Launch;
  readonly version: Version;
}

export type Absence = Exclude<Located, { kind: "found" }>;

export type ServerState =
  | { readonly kind: "starting" }
  | Running
  | { readonly kind: "stopped" }
  | { readonly kind: "absent"; readonly located: Absence };

/** Documents that the server reads: on disk or not yet saved. */
export const DOCUMENTS = ["markdown", "plaintext"].flatMap((language) =>
  ["file", "untitled"].map((scheme) => ({ language, scheme })),
);

/** Leaves what has gone wrong to the log: the user is told once, with what helps. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

export class Server implements Disposable {
  private readonly changed = new EventEmitter<ServerState>();
  private client: LanguageClient | undefined;
  private current: ServerState = { kind: "stopped" };
  private queue: Promise<void> | undefined;
  private crashes = new Crashes();
  private isComingBack = false;

  readonly onDidChangeState = this.changed.event;

  constructor(
    private readonly context: ExtensionContext,
    private readonly log: LogOutputChannel,
  ) {}

  get state(): ServerState {
    return this.current;
  }

  /** Find the tool and start its server, ending the one that runs; calls wait for one another. */
  restart(): Promise<void> {
    this.queue = (this.queue ?? Promise.resolve()).then(async () => {
      await this.stop();
      await this.start().catch((error: unknown) => this.fail(error));
    });
    return this.queue;
  }

  /** What the server was started with has changed; one that nobody has needed yet stays unstarted. */
  async restartIfStarted(): Promise<void> {
    if (this.queue) {
      await this.restart();
    }
  }

  /** Start, unless that has been done. */
  begin(): Promise<void> {
    return this.queue ?? this.restart();
  }

  /** The running server, started if need be. Rejects if it does not run. */
  async running(): Promise<Running> {
    await this.begin();
    if (this.current.kind !== "running") {
      throw new Error(t("The server does not run."));
    }
    return this.current;
  }

  /** The answer of one of the server's own commands. */
  async ask<Answer>(command: string, ...args: unknown[]): Promise<Answer> {
    await this.running();
    return this.client?.sendRequest(ExecuteCommandRequest.type, { command, arguments: args }) as Promise<Answer>;
  }

  dispose(): Promise<void> {
    this.changed.dispose();
    return this.stop();
  }

  private async start(): Promise<void> {
    this.become({ kind: "starting" });
    this.crashes = new Crashes();
    this.isComingBack = false;
    const located = await this.locate();
    if (located.kind !== "found") {
      this.become({ kind: "absent", located });
      return;
    }
    const client = this.newClient(located.launch);
    this.client = client;
    client.onDidChangeState(({ newState }) => {
      if (this.client === client) {
        this.follow(newState, located);
      }
    });
    await client.start();
  }

  private fail(error: unknown): void {
    this.log.error(error instanceof Error ? error : String(error));
    this.become({ kind: "stopped" });
  }

  private async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      // A server that has died, or never came up, has nothing to end.
      this.log.debug(String(error));
    }
  }

  private async locate(): Promise<Located> {
    const version = this.context.extension.packageJSON.version as string;
    const launches = candidates(await currentWishes(this.context), thisMachine);
    return locate(
      launches,
      parseVersion(version),
      probing((line) => this.log.info(line)),
    );
  }

  private newClient({ command, args }: Launch): LanguageClient {
    const env = { ...process.env, ...SAFE_PYTHON };
    return new QuietClient(SECTION, SECTION, { command, args: [...args, "server"], options: { env } }, this.options());
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: DOCUMENTS,
      outputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler: { error: () => ({ action: ErrorAction.Continue, handled: true }), closed: () => this.closed() },
      initializationFailedHandler: () => false,
      initializationOptions: () => settingsFor(undefined),
      middleware: {
        workspace: {
          configuration: async (params, token, next) => {
            const answers = await next(params, token);
            return !Array.isArray(answers)
              ? answers
              : params.items.map(({ section, scopeUri }, at) =>
                  section === SECTION
                    ? settingsFor(scopeUri ? this.client?.protocol2CodeConverter.asUri(scopeUri) : undefined)
                    : answers[at],
                );
          },
        },
      },
    };
  }

  /** The server has ended by itself. One that never came up would not the next time either. */
  private closed(): CloseHandlerResult {
    this.isComingBack = this.current.kind === "running" && this.crashes.mayRestart();
    return { action: this.isComingBack ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true };
  }

  private follow(state: State, { launch, version }: Extract<Located, { kind: "found" }>): void {
    if (state === State.Running) {
      this.become({ kind: "running", launch, version });
    } else if (state === State.Starting || this.isComingBack) {
      this.become({ kind: "starting" });
    } else {
      this.become({ kind: "stopped" });
    }
  }

  private become(state: ServerState): void {
    this.current = state;
    this.changed.fire(state);
  }
}

function settingsFor(resource: Uri | undefined): ServerSettings {
  const settings = workspace.getConfiguration(SECTION, resource);
  return serverSettings((name) => settings.get(name));
}
