/** The interpreter that the Python extension has selected, where that extension is installed. */

import { extensions, type Disposable, type Event, type Uri } from "vscode";

const ID = "ms-python.python";

/** The part of the Python extension's public API that is used here. */
interface PythonApi {
  readonly environments?: {
    readonly onDidChangeActiveEnvironmentPath: Event<unknown>;
    getActiveEnvironmentPath(resource?: Uri): { readonly path: string };
    resolveEnvironment(environment: {
      readonly path: string;
    }): Promise<{ readonly executable: { readonly uri?: Uri | undefined } } | undefined>;
  };
}

export function hasPythonExtension(): boolean {
  return extensions.getExtension(ID) !== undefined;
}

/** Undefined without the extension, without a choice, or if the extension fails. */
export async function selectedInterpreter(resource: Uri | undefined): Promise<string | undefined> {
  const environments = (await api())?.environments;
  if (!environments) {
    return undefined;
  }
  try {
    const chosen = await environments.resolveEnvironment(environments.getActiveEnvironmentPath(resource));
    return chosen?.executable.uri?.fsPath;
  } catch {
    return undefined;
  }
}

export async function onDidSelectInterpreter(listener: () => void): Promise<Disposable | undefined> {
  return (await api())?.environments?.onDidChangeActiveEnvironmentPath(listener);
}

async function api(): Promise<PythonApi | undefined> {
  try {
    return await extensions.getExtension<PythonApi>(ID)?.activate();
  } catch {
    return undefined;
  }
}
