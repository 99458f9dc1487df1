"""A headless Neovim with the configuration that the project ships, driven over its own socket."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from .session import EDITORS, Place, editor_program, tail, wait_for

CONFIGURATION = EDITORS / "neovim" / "vnplanlint.lua"

_HELPERS = """
local function diagnostics()
  local found = {}
  for _, item in ipairs(vim.diagnostic.get(0)) do
    local lsp = (item.user_data or {}).lsp or {}
    local text = vim.api.nvim_buf_get_text(0, item.lnum, item.col, item.end_lnum, item.end_col, {})
    table.insert(found, {
      row = item.lnum + 1,
      code = lsp.code or item.code,
      text = table.concat(text, '\\n'),
      severity = vim.diagnostic.severity[item.severity],
      message = item.message,
      source = item.source,
      related = lsp.relatedInformation or vim.empty_dict(),
    })
  end
  return found
end
"""


def version(program: str) -> tuple[int, int]:
    """Major and minor version."""
    first = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split("\n")[0]
    major, minor = first.removeprefix("NVIM v").split(".")[:2]
    return int(major), int(minor)


class Neovim:
    """One Neovim; ``way`` is how the configuration is installed, ``init`` what the user writes into init.lua."""

    def __init__(self, here: Place, file: Path, *, way: str, init: str) -> None:
        self.program = editor_program("VNPLANLINT_NVIM", "nvim")
        self.here = here
        self._socket = here.folder / "nvim.sock"
        self._log = here.folder / "nvim.out"
        self._install(way, init)
        self._process = subprocess.Popen(
            [self.program, "--headless", "--listen", str(self._socket), str(file)],
            cwd=here.work,
            env=here.environment(),
            stdin=subprocess.DEVNULL,
            stdout=self._log.open("wb"),
            stderr=subprocess.STDOUT,
        )
        try:
            wait_for(self._socket.exists, "Neovim does not listen", self.log)
        except BaseException:
            self.kill()
            raise

    def _install(self, way: str, init: str) -> None:
        folder = self.here.home / ".config" / "nvim"
        (folder / way).mkdir(parents=True)
        (folder / way / "vnplanlint.lua").write_bytes(CONFIGURATION.read_bytes())
        (folder / "init.lua").write_text(init, "utf-8")

    def lua(self, body: str) -> Any:
        """What a Lua function with that body returns."""
        script, answer = self.here.folder / "step.lua", self.here.folder / "answer.json"
        script.write_text(_HELPERS + body, "utf-8")
        answer.unlink(missing_ok=True)
        # By a file, for what --remote-expr prints is cut in the middle by 0.7 if it is long.
        step = "vim.fn.writefile({vim.fn.json_encode({dofile(_A[1])})}, _A[2])"
        said = self._remote(f"luaeval('{step}', ['{script}', '{answer}'])")
        if not answer.exists():
            raise AssertionError(f"{body}\n{said}\n{self.log()}")
        returned = json.loads(answer.read_text("utf-8"))
        return returned[0] if returned else None

    def _remote(self, expression: str) -> str:
        command = [self.program, "--server", str(self._socket), "--remote-expr", expression]
        asked = subprocess.run(command, capture_output=True, text=True, env=self.here.environment(), timeout=20)
        return asked.stdout + asked.stderr

    def diagnostics(self) -> list[dict[str, Any]]:
        """What Neovim shows for the plan, in its order."""
        found = self.lua("return diagnostics()")
        return sorted(found, key=lambda item: (item["row"], item["code"])) if found else []

    def wait_for_codes(self, codes: list[str]) -> list[dict[str, Any]]:
        """The diagnostics as soon as they are exactly of these codes."""
        wait_for(lambda: sorted(self.codes()) == sorted(codes), f"the codes are not {codes}", self.log)
        return self.diagnostics()

    def codes(self) -> list[str]:
        """The codes of all diagnostics."""
        return [item["code"] for item in self.diagnostics()]

    def lines(self) -> list[str]:
        """The text of the buffer."""
        found: list[str] = self.lua("return vim.api.nvim_buf_get_lines(0, 0, -1, true)")
        return found

    def save(self) -> None:
        """Write the buffer to its file."""
        self.lua("vim.cmd('write')")

    def put_cursor_on(self, text: str, row: int | None = None) -> None:
        """Put the cursor on the first character of ``text``, in ``row`` or its first place."""
        rows = [row] if row else range(1, len(self.lines()) + 1)
        at, line = next((at, line) for at in rows if text in (line := self.lines()[at - 1]))
        column = len(line[: line.index(text)].encode())
        self.lua(f"vim.api.nvim_win_set_cursor(0, {{ {at}, {column} }})")

    def apply_code_action(self, title: str) -> None:
        """Choose the code action of that title at the cursor, as a user does from the menu."""
        self.lua(
            "vim.g.offered = nil\n"
            "vim.ui.select = function(items, options, choose)\n"
            "  local titles = vim.tbl_map(options.format_item, items)\n"
            "  vim.g.offered = titles\n"
            f"  for at, title in ipairs(titles) do if title:find({json.dumps(title, ensure_ascii=False)}, 1, true)"
            " then return choose(items[at], at) end end\n"
            "end\n"
            "vim.lsp.buf.code_action()"
        )
        offered = wait_for(lambda: self.lua("return vim.g.offered"), "no code action is offered", self.log)
        assert any(title in one for one in offered), offered

    def log(self) -> str:
        """What Neovim, its client and the server wrote."""
        client = [tail(path) for path in self.here.home.glob(".*/**/lsp.log")]
        return "\n".join([tail(self._log), *client, tail(self.here.server_errors)])

    def quit(self) -> int:
        """Leave Neovim; its exit status."""
        if self._process.poll() is None:
            self._remote("execute('qall!')")
        return self._process.wait(timeout=20)

    def kill(self) -> None:
        """End it whatever it does."""
        self._process.kill()
        self._process.wait()
