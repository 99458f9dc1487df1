/** What is said when the tool is missing, too old or does not start, and the buttons that mend it. */

import { commands, Uri, window, workspace, ConfigurationTarget } from "vscode";
import { t } from "./language";
import { hasPythonExtension } from "./pythonExtension";
import type { Absence, ServerState } from "./server";
import { shown } from "./version";
import { SECTION } from "./wishes";

type Remedy = "install" | "choose" | "settings" | "restart" | "log";

interface Trouble {
  readonly words: string;
  readonly remedies: readonly Remedy[];
}

/** Says what is wrong once, not at every attempt, until the server has run again. */
export function offerRemedies(): (state: ServerState) => void {
  let said = "";
  return (state) => {
    const trouble = troubleOf(state);
    if (state.kind === "running") {
      said = "";
    } else if (trouble && trouble.words !== said) {
      said = trouble.words;
      void offer(trouble);
    }
  };
}

async function offer({ words, remedies }: Trouble): Promise<void> {
  const chosen = await window.showWarningMessage(words, ...remedies.map(label));
  switch (remedies.find((remedy) => label(remedy) === chosen)) {
    case "install":
      return commands.executeCommand("vnplanlint.install");
    case "choose":
      return chooseInterpreter();
    case "settings":
      return commands.executeCommand("workbench.action.openSettings", "vnplanlint.path");
    case "restart":
      return commands.executeCommand("vnplanlint.restartServer");
    case "log":
      return commands.executeCommand("vnplanlint.showLog");
  }
}

function label(remedy: Remedy): string {
  switch (remedy) {
    case "install":
      return t("Install…");
    case "choose":
      return t("Choose Python…");
    case "settings":
      return t("Settings");
    case "restart":
      return t("Restart");
    case "log":
      return t("Show log");
  }
}

function troubleOf(state: ServerState): Trouble | undefined {
  if (state.kind === "stopped") {
    return {
      words: t("The server of vnplanlint has stopped, so plans are not checked."),
      remedies: ["restart", "log"],
    };
  }
  return state.kind === "absent" ? absence(state.located) : undefined;
}

function absence(located: Absence): Trouble {
  switch (located.kind) {
    case "missing":
      return {
        words: t("vnplanlint was not found in any Python environment, so plans are not checked."),
        remedies: ["install", "choose", "settings"],
      };
    case "too-old":
      return {
        words: t("vnplanlint {0} ({1}) is too old for this extension.", shown(located.version), located.launch.command),
        remedies: ["install", "choose", "settings"],
      };
    case "unusable":
      return {
        words: t(
          "vnplanlint does not run with what “vnplanlint.{0}” says: {1}",
          located.launch.origin,
          located.launch.command,
        ),
        remedies: ["settings", "choose", "log"],
      };
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
