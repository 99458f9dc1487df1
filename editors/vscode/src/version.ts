/** Versions of the tool: which one answered, and whether this extension can work with it. */

export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

/** The version in what `vnplanlint --version` prints, undefined if that is something else. */
export function versionIn(output: string): Version | undefined {
  const found = /^vnplanlint\D*(\d+)\.(\d+)\.(\d+)/m.exec(output);
  return found ? numbers(found) : undefined;
}

/** A version as package.json writes it. */
export function parseVersion(text: string): Version {
  const found = /^\D*(\d+)\.(\d+)\.(\d+)/.exec(text);
  if (!found) {
    throw new Error(`not a version: ${text}`);
  }
  return numbers(found);
}

export function shown(version: Version): string {
  return `${version.major}.${version.minor}.${version.patch}`;
}

/**
 * Extension and tool are released together: a tool of the same or a later minor version will do,
 * and a correction of the extension alone asks for no new tool.
 */
export function isNewEnough(tool: Version, extension: Version): boolean {
  return tool.major !== extension.major ? tool.major > extension.major : tool.minor >= extension.minor;
}

function numbers(found: RegExpExecArray): Version {
  return { major: Number(found[1]), minor: Number(found[2]), patch: Number(found[3]) };
}
