/** Starts the server with the first plan that is opened, and again when what it depends on has changed. */

import { window, workspace, type ExtensionContext } from "vscode";
import { registerCommands } from "./commands";
import { onDidSelectInterpreter } from "./pythonExtension";
import { offerRemedies } from "./remedies";
import { Server } from "./server";
import { showStatus } from "./status";
import { SECTION } from "./wishes";

/** Settings that say which server runs; the server itself heeds the others. */
const STARTED_WITH = ["path", "interpreter"];

export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel("vnplanlint", { log: true });
  const server = new Server(context, log);
  const restart = (): void => void server.restart();
  context.subscriptions.push(
    log,
    server,
    server.onDidChangeState(offerRemedies()),
    workspace.onDidGrantWorkspaceTrust(restart),
    workspace.onDidChangeConfiguration((change) => {
      if (STARTED_WITH.some((name) => change.affectsConfiguration(`${SECTION}.${name}`))) {
        restart();
      }
    }),
  );
  showStatus(context, server);
  registerCommands(context, server, log);
  restart();
  const selection = await onDidSelectInterpreter(restart);
  if (selection) {
    context.subscriptions.push(selection);
  }
}
