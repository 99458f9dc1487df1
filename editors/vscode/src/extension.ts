/** Starts the server with the first plan that is opened, and again when what it depends on has changed. */

import { languages, window, workspace, type ExtensionContext, type TextDocument } from "vscode";
import { registerCommands } from "./commands";
import { onDidSelectInterpreter } from "./pythonExtension";
import { offerRemedies } from "./remedies";
import { DOCUMENTS, Server } from "./server";
import { showStatus } from "./status";
import { SECTION } from "./wishes";

/** Settings that say which server runs; the server itself heeds the others. */
const STARTED_WITH = ["path", "interpreter"];

export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel("vnplanlint", { log: true });
  const server = new Server(context, log);
  const restart = (): void => void server.restartIfStarted();
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
  startWithFirstPlan(context, server);
  const selection = await onDidSelectInterpreter(restart);
  if (selection) {
    context.subscriptions.push(selection);
  }
}

/** VS Code holds plain texts of its own (a commit message, say) that are no reason to start anything. */
function startWithFirstPlan(context: ExtensionContext, server: Server): void {
  const isPlan = (document: TextDocument): boolean => languages.match(DOCUMENTS, document) > 0;
  if (workspace.textDocuments.some(isPlan)) {
    void server.begin();
    return;
  }
  const watch = workspace.onDidOpenTextDocument((document) => {
    if (isPlan(document)) {
      watch.dispose();
      void server.begin();
    }
  });
  context.subscriptions.push(watch);
}
