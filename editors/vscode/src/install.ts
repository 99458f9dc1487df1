/** Installs the tool where the user sees it, once the user has seen the commands. */

import { ConfigurationTarget, window, workspace, type ExtensionContext } from "vscode";
import { t } from "./language";
import { expanded, python3, type Launch, type Wishes } from "./environment";
import { steps, typed, type Place, type Step } from "./installation";
import { output, thisMachine } from "./running";
import { currentWishes, ownFolder, SECTION } from "./wishes";

const IN_ENVIRONMENT =
  "import os, sys; print(sys.prefix != sys.base_prefix or os.path.isdir(os.path.join(sys.prefix, 'conda-meta')))";

/** True if every step has ended well. */
export async function install(context: ExtensionContext): Promise<boolean> {
  const wishes = await currentWishes(context);
  const place = await placeFor(wishes, ownFolder(context));
  if (!place) {
    void window.showErrorMessage(
      t("No Python was found on this machine: install Python 3.11 or later, then try again."),
    );
    return false;
  }
  const source = await sourceToInstall(wishes);
  if (!source) {
    return false;
  }
  const planned = steps(place, source, thisMachine);
  if (!(await isAgreed(planned))) {
    return false;
  }
  for (const step of planned) {
    if (!(await endedWell(step))) {
      return false;
    }
  }
  return true;
}

async function placeFor(wishes: Wishes, folder: string): Promise<Place | undefined> {
  if (wishes.interpreter) {
    return { kind: "environment", python: expanded(wishes.interpreter, wishes, thisMachine) };
  }
  if (wishes.selected && (await isEnvironment(wishes.selected))) {
    return { kind: "environment", python: wishes.selected };
  }
  const python = wishes.selected ?? python3(thisMachine);
  return python ? { kind: "own", python, folder } : undefined;
}

async function isEnvironment(python: string): Promise<boolean> {
  const launch: Launch = { command: python, args: [], origin: "python-extension" };
  try {
    return (await output(launch, ["-c", IN_ENVIRONMENT])).trim() === "True";
  } catch {
    return false;
  }
}

/** The setting; without it the user is asked once, and the answer is kept. */
async function sourceToInstall(wishes: Wishes): Promise<string | undefined> {
  const settings = workspace.getConfiguration(SECTION);
  const set = settings.get("installFrom", "");
  if (set) {
    return expanded(set, wishes, thisMachine);
  }
  const chosen = (await askForSource())?.trim();
  if (!chosen || chosen.startsWith("-")) {
    return undefined;
  }
  await settings.update("installFrom", chosen, ConfigurationTarget.Global);
  return chosen;
}

async function askForSource(): Promise<string | undefined> {
  const folder = t("A folder with the source");
  const wheel = t("A package file (.whl)");
  const address = t("An address or a name that pip knows");
  const title = t("Where should vnplanlint be installed from?");
  switch (await window.showQuickPick([folder, wheel, address], { title, ignoreFocusOut: true })) {
    case folder:
      return fromDialog({ canSelectFolders: true, canSelectFiles: false, title });
    case wheel:
      return fromDialog({ filters: { [t("Python packages")]: ["whl", "gz"] }, title });
    case address:
      return window.showInputBox({ title, ignoreFocusOut: true, placeHolder: "git+https://…" });
    default:
      return undefined;
  }
}

async function fromDialog(options: Parameters<typeof window.showOpenDialog>[0]): Promise<string | undefined> {
  return (await window.showOpenDialog(options))?.[0]?.fsPath;
}

async function isAgreed(planned: readonly Step[]): Promise<boolean> {
  const run = t("Run in a terminal");
  const detail = planned.map(typed).join("\n\n");
  return (
    (await window.showInformationMessage(t("These commands install vnplanlint:"), { modal: true, detail }, run)) === run
  );
}

/** A terminal that runs one program; it stays open with its last words if that fails. */
function endedWell({ program, args }: Step): Promise<boolean> {
  const terminal = window.createTerminal({
    name: "vnplanlint",
    shellPath: program,
    shellArgs: [...args],
    isTransient: true,
  });
  terminal.show(true);
  return new Promise((resolve) => {
    const watch = window.onDidCloseTerminal((closed) => {
      if (closed === terminal) {
        watch.dispose();
        resolve(closed.exitStatus?.code === 0);
      }
    });
  });
}
