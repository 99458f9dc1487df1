/** Read-only pages beside the text: a rule explained, a document as it was understood. */

import {
  commands,
  EventEmitter,
  Uri,
  ViewColumn,
  window,
  workspace,
  type ExtensionContext,
  type TextDocumentContentProvider,
} from "vscode";
import { basename } from "node:path";
import { t } from "./language";
import type { Server } from "./server";

const EXPLANATION = "vnplanlint-rule";
const UNDERSTOOD = "vnplanlint-understood";
const PAUSE_MS = 400;

export class Pages {
  constructor(context: ExtensionContext, server: Server) {
    const understood = new Understood(server);
    context.subscriptions.push(
      understood,
      workspace.registerTextDocumentContentProvider(UNDERSTOOD, understood),
      workspace.registerTextDocumentContentProvider(EXPLANATION, {
        provideTextDocumentContent: (page) => server.ask<string>("vnplanlint.explain", basename(page.path, ".md")),
      }),
    );
  }

  async explain(code: string): Promise<void> {
    const page = Uri.from({ scheme: EXPLANATION, path: `${code}.md` });
    await commands.executeCommand("markdown.showPreviewToSide", page);
  }

  async understood(document: Uri): Promise<void> {
    const title = t("What was understood of {0}", basename(document.path));
    const page = Uri.from({ scheme: UNDERSTOOD, path: `${title}.txt`, query: document.toString() });
    const opened = await workspace.openTextDocument(page);
    await window.showTextDocument(opened, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true });
  }
}

/** Follows the document: a page that is open is read again soon after each change. */
class Understood implements TextDocumentContentProvider {
  private readonly changed = new EventEmitter<Uri>();
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  private readonly watch = workspace.onDidChangeTextDocument(({ document }) => this.follow(document.uri));

  readonly onDidChange = this.changed.event;

  constructor(private readonly server: Server) {}

  provideTextDocumentContent(page: Uri): Promise<string> {
    return this.server.ask<string>("vnplanlint.extract", page.query);
  }

  dispose(): void {
    this.watch.dispose();
    this.changed.dispose();
    this.waiting.forEach(clearTimeout);
  }

  private follow(document: Uri): void {
    const name = document.toString();
    const pages = workspace.textDocuments.filter(({ uri }) => uri.scheme === UNDERSTOOD && uri.query === name);
    clearTimeout(this.waiting.get(name));
    this.waiting.delete(name);
    if (pages.length > 0) {
      this.waiting.set(
        name,
        setTimeout(() => pages.forEach(({ uri }) => this.changed.fire(uri)), PAUSE_MS),
      );
    }
  }
}
