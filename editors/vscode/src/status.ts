/** The item among the language statuses: how the server is, how much was found in this document. */

import {
  languages,
  LanguageStatusSeverity,
  window,
  type Disposable,
  type ExtensionContext,
  type LanguageStatusItem,
} from "vscode";
import { t } from "./language";
import { findingsIn } from "./findings";
import { DOCUMENTS, type Server, type ServerState } from "./server";
import { shown } from "./version";

export const MENU = "vnplanlint.menu";

export function showStatus(context: ExtensionContext, server: Server): void {
  const item = languages.createLanguageStatusItem("vnplanlint.status", DOCUMENTS);
  item.name = "vnplanlint";
  item.command = { command: MENU, title: t("More…") };
  const update = (): void => describe(item, server.state);
  const watched: Disposable[] = [
    item,
    server.onDidChangeState(update),
    languages.onDidChangeDiagnostics(update),
    window.onDidChangeActiveTextEditor(update),
  ];
  context.subscriptions.push(...watched);
  update();
}

function describe(item: LanguageStatusItem, state: ServerState): void {
  item.busy = state.kind === "starting";
  item.severity = LanguageStatusSeverity.Information;
  item.detail = "vnplanlint";
  switch (state.kind) {
    case "starting":
      item.text = t("starting …");
      return;
    case "running":
      item.text = found();
      item.detail = `vnplanlint ${shown(state.version)} · ${state.launch.command}`;
      return;
    case "stopped":
      item.text = t("the server has stopped");
      item.severity = LanguageStatusSeverity.Error;
      return;
    case "absent":
      item.text = state.located.kind === "too-old" ? t("too old") : t("not installed");
      item.severity = LanguageStatusSeverity.Warning;
  }
}

function found(): string {
  const document = window.activeTextEditor?.document;
  const count = document ? findingsIn(document.uri).length : 0;
  return count === 0 ? t("no findings") : count === 1 ? t("1 finding") : t("{0} findings", count);
}
