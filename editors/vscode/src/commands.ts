/** The commands of the palette. */

import { commands, window, workspace, type ExtensionContext, type LogOutputChannel } from "vscode";
import { t } from "./language";
import { codesAt } from "./findings";
import { install } from "./install";
import { Pages } from "./pages";
import { chooseInterpreter } from "./remedies";
import { rulesIn, withFirst } from "./rules";
import { output } from "./running";
import type { Server } from "./server";
import { MENU } from "./status";
import { SECTION } from "./wishes";

const MESSAGE_MS = 8000;

interface Counts {
  readonly files: number;
  readonly findings: number;
  readonly unreadable: number;
}

export function registerCommands(context: ExtensionContext, server: Server, log: LogOutputChannel): void {
  const pages = new Pages(context, server);
  const actions: Record<string, (argument?: unknown) => unknown> = {
    "vnplanlint.checkFolder": () => checkFolder(server),
    "vnplanlint.openExplanation": async (code) => {
      const chosen = typeof code === "string" ? code : await chosenRule(server);
      return chosen && pages.explain(chosen);
    },
    "vnplanlint.showUnderstood": () =>
      window.activeTextEditor && pages.understood(window.activeTextEditor.document.uri),
    "vnplanlint.chooseInterpreter": chooseInterpreter,
    "vnplanlint.install": async () => (await install(context)) && server.restart(),
    "vnplanlint.restartServer": () => server.restart(),
    "vnplanlint.showLog": () => log.show(),
    [MENU]: () => menu(server),
  };
  for (const [name, action] of Object.entries(actions)) {
    context.subscriptions.push(commands.registerCommand(name, (argument) => orSay(() => action(argument))));
  }
}

/** The server shows how far it is, and tells the list of problems what it finds in files that are not open. */
async function checkFolder(server: Server): Promise<void> {
  const { files, findings, unreadable } = await server.ask<Counts>("vnplanlint.checkWorkspace");
  await commands.executeCommand("workbench.actions.view.problems");
  const read = t("vnplanlint: {0} findings in {1} documents", findings, files);
  const said = unreadable > 0 ? t("{0}; {1} could not be read", read, unreadable) : read;
  window.setStatusBarMessage(said, MESSAGE_MS);
}

async function chosenRule(server: Server): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  const here = editor ? codesAt(editor.document.uri, editor.selection) : [];
  const choices = rulesOf(server).then((rules) =>
    withFirst(rules, here).map(({ code, name, title }) => ({ code, label: `${code}  ${title}`, description: name })),
  );
  const options = { title: t("Explain a rule"), matchOnDescription: true };
  return (await window.showQuickPick(choices, options))?.code;
}

async function rulesOf(server: Server): Promise<ReturnType<typeof rulesIn>> {
  const { launch } = await server.running();
  const language = workspace.getConfiguration(SECTION).get<string | null>("lang") ?? "vi";
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath;
  return rulesIn(await output(launch, ["rules", "--output-format", "json"], folder), language);
}

/** What a click on the status offers: what helps in this state comes first. */
async function menu(server: Server): Promise<void> {
  const running = [
    { label: t("$(checklist) Check all documents of the folder"), command: "vnplanlint.checkFolder" },
    { label: t("$(question) Explain a rule"), command: "vnplanlint.openExplanation" },
    { label: t("$(list-tree) Show what was understood"), command: "vnplanlint.showUnderstood" },
  ];
  const absent = [{ label: t("$(cloud-download) Install in a terminal…"), command: "vnplanlint.install" }];
  const always = [
    { label: t("$(debug-restart) Restart the server"), command: "vnplanlint.restartServer" },
    { label: t("$(output) Show the log"), command: "vnplanlint.showLog" },
    { label: t("$(gear) Choose Python environment"), command: "vnplanlint.chooseInterpreter" },
  ];
  const { kind } = server.state;
  const offered = [...(kind === "running" ? running : []), ...(kind === "absent" ? absent : []), ...always];
  const chosen = await window.showQuickPick(offered, { title: "vnplanlint" });
  if (chosen) {
    await commands.executeCommand(chosen.command);
  }
}

/** A command that fails says why, with the log one click away. */
async function orSay(action: () => unknown): Promise<void> {
  try {
    await action();
  } catch (error) {
    const log = t("Show log");
    const reason = error instanceof Error ? error.message : String(error);
    if ((await window.showErrorMessage(`vnplanlint: ${reason}`, log)) === log) {
      await commands.executeCommand("vnplanlint.showLog");
    }
  }
}
