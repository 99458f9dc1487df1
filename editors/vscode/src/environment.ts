/** Where the tool may be, in the order in which the places are asked. Knows nothing of VS Code. */

import * as path from "node:path";
import { isNewEnough, type Version } from "./version";

/** The machine as the extension finds it. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  isFile(name: string): boolean;
}

/** What the user has chosen, and where. */
export interface Wishes {
  readonly path: string;
  readonly interpreter: string;
  /** The interpreter that the Python extension has selected. */
  readonly selected?: string | undefined;
  /** The environment that this extension made itself. */
  readonly ownFolder: string;
  readonly workspaceFolders: readonly string[];
  readonly trusted: boolean;
}

export type Origin = "path" | "interpreter" | "python-extension" | "search-path" | "own" | "python3";

/** How the tool is called: `command args… server`. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly origin: Origin;
}

export type Located =
  | { readonly kind: "found"; readonly launch: Launch; readonly version: Version }
  | { readonly kind: "too-old"; readonly launch: Launch; readonly version: Version }
  | { readonly kind: "unusable"; readonly launch: Launch }
  | { readonly kind: "missing"; readonly tried: readonly Launch[] };

/** Asks one candidate for its version; undefined if it does not answer as the tool would. */
export type Probe = (launch: Launch) => Promise<Version | undefined>;

/** Every place worth asking; in a folder that is not trusted, none that lies in the folder itself. */
export function candidates(wishes: Wishes, machine: Machine): Launch[] {
  const found: Launch[] = [];
  const module = (command: string | undefined, origin: Origin): void => {
    if (command) {
      found.push({ command, args: ["-m", "vnplanlint"], origin });
    }
  };
  if (wishes.path) {
    found.push({ command: expanded(wishes.path, wishes, machine), args: [], origin: "path" });
  }
  if (wishes.interpreter) {
    module(expanded(wishes.interpreter, wishes, machine), "interpreter");
  }
  module(wishes.selected, "python-extension");
  const onPath = onSearchPath("vnplanlint", machine);
  if (onPath) {
    found.push({ command: onPath, args: [], origin: "search-path" });
  }
  module(existing(ownPython(wishes.ownFolder, machine), machine), "own");
  module(python3(machine), "python3");
  return found.filter((launch) => wishes.trusted || !liesIn(launch.command, wishes.workspaceFolders, machine));
}

/** What the user has set must work as it is set; of the rest, the first that is there and new enough. */
export async function locate(launches: readonly Launch[], needed: Version, probe: Probe): Promise<Located> {
  let tooOld: Located | undefined;
  for (const launch of launches) {
    const version = await probe(launch);
    const isSet = launch.origin === "path" || launch.origin === "interpreter";
    if (version && isNewEnough(version, needed)) {
      return { kind: "found", launch, version };
    }
    if (version) {
      tooOld ??= { kind: "too-old", launch, version };
    }
    if (isSet) {
      return tooOld ?? { kind: "unusable", launch };
    }
  }
  return tooOld ?? { kind: "missing", tried: launches };
}

/** The interpreter of the environment in `folder`. */
export function ownPython(folder: string, machine: Machine): string {
  return machine.platform === "win32"
    ? join(machine, folder, "Scripts", "python.exe")
    : join(machine, folder, "bin", "python");
}

/** A Python from the search path, to make an environment with. */
export function python3(machine: Machine): string | undefined {
  return onSearchPath("python3", machine) ?? onSearchPath("python", machine);
}

/**
 * The file that a command names, by the search path alone: the current folder is never asked,
 * as Windows would, since a folder of documents must not bring a program along.
 */
export function onSearchPath(command: string, machine: Machine): string | undefined {
  const isWindows = machine.platform === "win32";
  const searchPath = machine.env["PATH"] ?? machine.env["Path"] ?? "";
  const endings = isWindows ? [".exe"] : [""];
  for (const folder of searchPath.split(isWindows ? ";" : ":")) {
    if (!paths(machine).isAbsolute(folder)) {
      continue;
    }
    for (const ending of endings) {
      const name = join(machine, folder, command + ending);
      if (machine.isFile(name)) {
        return name;
      }
    }
  }
  return undefined;
}

/** `~`, `${userHome}`, `${workspaceFolder}` and `${env:NAME}` in a setting; a bare name is looked up. */
export function expanded(setting: string, wishes: Pick<Wishes, "workspaceFolders">, machine: Machine): string {
  const folder = wishes.workspaceFolders[0];
  const text = setting
    .trim()
    .replace(/^~(?=$|[\\/])/, () => machine.home)
    .replaceAll("${userHome}", () => machine.home)
    .replaceAll("${workspaceFolder}", () => folder ?? "")
    .replace(/\$\{env:(\w+)\}/g, (_, name: string) => machine.env[name] ?? "");
  if (paths(machine).isAbsolute(text)) {
    return text;
  }
  if (!/[\\/]/.test(text)) {
    return onSearchPath(text, machine) ?? text;
  }
  return folder ? join(machine, folder, text) : text;
}

function liesIn(name: string, folders: readonly string[], machine: Machine): boolean {
  const { relative, isAbsolute } = paths(machine);
  return folders.some((folder) => {
    const way = relative(folder, name);
    return way !== "" && !isAbsolute(way) && way !== ".." && !/^\.\.[\\/]/.test(way);
  });
}

function existing(name: string, machine: Machine): string | undefined {
  return machine.isFile(name) ? name : undefined;
}

function join(machine: Machine, ...parts: string[]): string {
  return paths(machine).join(...parts);
}

function paths(machine: Machine): path.PlatformPath {
  return machine.platform === "win32" ? path.win32 : path.posix;
}
