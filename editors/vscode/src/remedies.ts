/** What is said when the tool is missing, too old or does not start, and the buttons that mend it. */

import { commands, Uri, window, workspace, ConfigurationTarget } from "vscode";
import { t } from "./language";
import type { Located } from "./environment";
import { hasPythonExtension } from "./pythonExtension";
import type { ServerState } from "./server";
import { shown } from "./version";
import { SECTION } from "./wishes";

/** Say it once for each kind of trouble, not at every attempt. */
export function offerRemedies(): (state: ServerState) => void {
  let said = "";
  return (state) => {
    const trouble = state.kind === "absent" ? state.located.kind : "";
    if (state.kind === "running" || (trouble && trouble !== said)) {
      said = trouble;
    } else {
      return;
    }
    if (state.kind === "absent") {
      void offer(state.located);
    }
  };
}

type Trouble = Exclude<Located, { kind: "found" }>;

async function offer(trouble: Trouble): Promise<void> {
  const choose = t("Choose Python…");
  const install = t("Install…");
  const settings = t("Settings");
  const log = t("Show log");
  const buttons = trouble.kind === "unusable" ? [settings, choose, log] : [install, choose, settings];
  switch (await window.showWarningMessage(words(trouble), ...buttons)) {
    case choose:
      return void (await chooseInterpreter());
    case install:
      return void (await commands.executeCommand("vnplanlint.install"));
    case settings:
      return void (await commands.executeCommand("workbench.action.openSettings", "vnplanlint.path"));
    case log:
      return void (await commands.executeCommand("vnplanlint.showLog"));
  }
}

function words(trouble: Trouble): string {
  switch (trouble.kind) {
    case "missing":
      return t("vnplanlint was not found in any Python environment, so plans are not checked.");
    case "too-old":
      return t("vnplanlint {0} ({1}) is too old for this extension.", shown(trouble.version), trouble.launch.command);
    case "unusable":
      return t(
        "vnplanlint does not run with what “vnplanlint.{0}” says: {1}",
        trouble.launch.origin,
        trouble.launch.command,
      );
  }
}

/** With the Python extension its own choice; without it, a file that is kept as a setting. */
export async function chooseInterpreter(): Promise<void> {
  const settings = workspace.getConfiguration(SECTION);
  if (hasPythonExtension() && !settings.get("path") && !settings.get("interpreter")) {
    await commands.executeCommand("python.setInterpreter");
    return;
  }
  const [file] =
    (await window.showOpenDialog({ title: t("The Python interpreter that has vnplanlint"), canSelectMany: false })) ??
    [];
  if (file instanceof Uri) {
    await settings.update("path", undefined, ConfigurationTarget.Global);
    await settings.update("interpreter", file.fsPath, ConfigurationTarget.Global);
  }
}
