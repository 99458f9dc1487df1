/** What the user has chosen, read from VS Code. */

import { workspace, type ExtensionContext } from "vscode";
import { join } from "node:path";
import type { Wishes } from "./environment";
import { selectedInterpreter } from "./pythonExtension";

export const SECTION = "vnplanlint";

export async function currentWishes(context: ExtensionContext): Promise<Wishes> {
  const folders = workspace.workspaceFolders ?? [];
  const settings = workspace.getConfiguration(SECTION, folders[0]?.uri);
  return {
    path: settings.get("path", ""),
    interpreter: settings.get("interpreter", ""),
    selected: await selectedInterpreter(folders[0]?.uri),
    ownFolder: ownFolder(context),
    workspaceFolders: folders.map((folder) => folder.uri.fsPath),
    trusted: workspace.isTrusted,
  };
}

/** Where the environment lies that this extension makes on request. */
export function ownFolder(context: ExtensionContext): string {
  return join(context.globalStorageUri.fsPath, "python");
}
