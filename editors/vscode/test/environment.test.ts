import assert from "node:assert/strict";
import { test } from "node:test";
import {
  candidates,
  expanded,
  locate,
  onSearchPath,
  ownPython,
  type Launch,
  type Machine,
  type Wishes,
} from "../src/environment";
import { parseVersion, type Version } from "../src/version";
import { linux, windows, wishes } from "./machines";

const NEEDED = parseVersion("0.2.0");
const MODULE = ["-m", "vnplanlint"];
const EVERYTHING = linux(["/usr/bin/vnplanlint", "/usr/bin/python3", "/home/lan/.own/bin/python"]);

function commandsOf(some: Partial<Wishes>, machine: Machine): string[] {
  return candidates(wishes(some), machine).map(({ command }) => command);
}

/** A probe that knows which command is of which version. */
function answering(versions: Record<string, string>): (launch: Launch) => Promise<Version | undefined> {
  return ({ command }) => Promise.resolve(versions[command] ? parseVersion(versions[command]) : undefined);
}

test("what is set comes first, then the Python extension, the search path, the own environment, python3", () => {
  const found = candidates(
    wishes({ path: "/opt/vnplanlint", interpreter: "/opt/py/bin/python", selected: "/venv/bin/python" }),
    EVERYTHING,
  );
  assert.deepEqual(found, [
    { command: "/opt/vnplanlint", args: [], origin: "path" },
    { command: "/opt/py/bin/python", args: MODULE, origin: "interpreter" },
    { command: "/venv/bin/python", args: MODULE, origin: "python-extension" },
    { command: "/usr/bin/vnplanlint", args: [], origin: "search-path" },
    { command: "/home/lan/.own/bin/python", args: MODULE, origin: "own" },
    { command: "/usr/bin/python3", args: MODULE, origin: "python3" },
  ]);
});

test("what does not exist is not tried", () => {
  assert.deepEqual(commandsOf({}, linux([])), []);
  assert.deepEqual(commandsOf({}, linux(["/usr/bin/python"])), ["/usr/bin/python"]);
});

test("a folder that is not trusted brings no program along, by whatever way it is named", () => {
  const inside = "/home/lan/ke-hoach/.venv/bin";
  const machine = linux([`${inside}/vnplanlint`, "/usr/bin/python3"], `${inside}:/usr/bin`);
  const set = {
    path: "./.venv/bin/vnplanlint",
    interpreter: "${workspaceFolder}/.venv/bin/python",
    selected: `${inside}/python`,
  };
  assert.deepEqual(commandsOf({ ...set, trusted: false }, machine), ["/usr/bin/python3"]);
  assert.equal(commandsOf({ ...set, trusted: true }, machine).length, 5);
});

test("a folder beside an untrusted one, or one that only begins alike, is another folder", () => {
  const machine = linux([]);
  assert.deepEqual(commandsOf({ path: "/home/lan/ke-hoach-2/vnplanlint", trusted: false }, machine), [
    "/home/lan/ke-hoach-2/vnplanlint",
  ]);
  assert.deepEqual(commandsOf({ path: "/home/lan/..py/vnplanlint", trusted: false }, machine), [
    "/home/lan/..py/vnplanlint",
  ]);
  assert.deepEqual(commandsOf({ path: "/home/lan/ke-hoach/..py/vnplanlint", trusted: false }, machine), []);
});

test("the search path never means the current folder", () => {
  assert.equal(
    onSearchPath("vnplanlint", linux(["vnplanlint", "./vnplanlint", "bin/vnplanlint"], ":.:bin")),
    undefined,
  );
  const files = ["C:\\Py\\vnplanlint.exe", "vnplanlint.exe"];
  assert.equal(onSearchPath("vnplanlint", windows(files, "relative;C:\\Py")), "C:\\Py\\vnplanlint.exe");
});

test("a virtual environment keeps its interpreter where its system has it", () => {
  assert.equal(ownPython("/own", linux([])), "/own/bin/python");
  assert.equal(ownPython("C:\\own", windows([], "")), "C:\\own\\Scripts\\python.exe");
});

test("a setting may name the home, the folder, a variable, or a program of the search path", () => {
  const machine = { ...linux(["/usr/bin/python3.12"]), env: { PATH: "/usr/bin", VENV: "/v" } };
  const read = (setting: string): string => expanded(setting, wishes(), machine);
  assert.equal(read("~/py/bin/python"), "/home/lan/py/bin/python");
  assert.equal(read("${userHome}/py"), "/home/lan/py");
  assert.equal(read("${workspaceFolder}/.venv/bin/python"), "/home/lan/ke-hoach/.venv/bin/python");
  assert.equal(read(".venv/bin/python"), "/home/lan/ke-hoach/.venv/bin/python");
  assert.equal(read("${env:VENV}/bin/python"), "/v/bin/python");
  assert.equal(read(" python3.12 "), "/usr/bin/python3.12");
  assert.equal(read("~lan/python"), "/home/lan/ke-hoach/~lan/python");
});

test("the first that is there and new enough is taken", async () => {
  const launches = candidates(wishes({ selected: "/venv/bin/python" }), EVERYTHING);
  const located = await locate(
    launches,
    NEEDED,
    answering({ "/usr/bin/vnplanlint": "0.1.0", "/home/lan/.own/bin/python": "0.2.1" }),
  );
  assert.equal(located.kind === "found" && located.launch.origin, "own");
});

test("what is set but does not run is reported, not passed over", async () => {
  const launches = candidates(wishes({ interpreter: "/gone/python" }), EVERYTHING);
  const located = await locate(launches, NEEDED, answering({ "/usr/bin/vnplanlint": "0.2.0" }));
  assert.deepEqual(located, {
    kind: "unusable",
    launch: { command: "/gone/python", args: MODULE, origin: "interpreter" },
  });
});

test("what is set and too old is reported as such", async () => {
  const launches = candidates(wishes({ path: "/old/vnplanlint" }), EVERYTHING);
  const located = await locate(
    launches,
    NEEDED,
    answering({ "/old/vnplanlint": "0.1.9", "/usr/bin/vnplanlint": "0.2.0" }),
  );
  assert.equal(located.kind === "too-old" && located.launch.command, "/old/vnplanlint");
});

test("with nothing new enough, an old one is named rather than none", async () => {
  const launches = candidates(wishes(), EVERYTHING);
  const located = await locate(launches, NEEDED, answering({ "/usr/bin/python3": "0.1.0" }));
  assert.equal(located.kind === "too-old" && located.launch.origin, "python3");
  assert.equal((await locate(launches, NEEDED, answering({}))).kind, "missing");
});
