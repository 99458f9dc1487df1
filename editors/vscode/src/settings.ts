/** The settings that the server reads, as it reads them. */

/** Names under `vnplanlint.` that go to the server; package.json declares them, a test compares. */
export const SERVER_SETTINGS = ["enable", "lang", "select", "ignore", "minSeverity", "configPath"] as const;

export type ServerSettings = Partial<Record<(typeof SERVER_SETTINGS)[number], unknown>>;

/** Only what is set: for the rest, configuration files and the tool's defaults decide. */
export function serverSettings(read: (name: string) => unknown): ServerSettings {
  const settings: ServerSettings = {};
  for (const name of SERVER_SETTINGS) {
    const value = read(name);
    if (!isUnset(value)) {
      settings[name] = value;
    }
  }
  return settings;
}

function isUnset(value: unknown): boolean {
  return value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}
