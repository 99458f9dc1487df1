"""Emacs in a terminal of its own, with the package that the project ships, driven over its own server."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import shutil
import struct
import subprocess
import termios
import threading
from pathlib import Path
from typing import Any

import pytest

from .session import EDITORS, Place, editor_program, tail, wait_for

PACKAGE = EDITORS / "emacs" / "vnplanlint.el"

_INIT = """
(setq inhibit-startup-screen t make-backup-files nil create-lockfiles nil auto-save-default nil
      native-comp-jit-compilation nil native-comp-deferred-compilation nil eglot-autoshutdown t
      server-name "vnpl" server-socket-dir {folder} server-use-tcp nil)
(unless (fboundp 'markdown-mode)
  (define-derived-mode markdown-mode text-mode "Markdown")
  (add-to-list 'auto-mode-alist '("\\\\.md\\\\'" . markdown-mode)))
(add-to-list 'load-path {package})
(require 'vnplanlint)
(add-hook 'text-mode-hook #'vnplanlint-ensure)
{more}
(server-start)

(defun test-diagnostics ()
  (mapcar
   (lambda (found)
     (let* ((said (alist-get 'eglot-lsp-diag (flymake-diagnostic-data found)))
            (text (buffer-substring-no-properties
                   (flymake-diagnostic-beg found) (flymake-diagnostic-end found))))
       (list :row (line-number-at-pos (flymake-diagnostic-beg found) t)
             :code (plist-get said :code)
             :text text
             :type (symbol-name (flymake-diagnostic-type found))
             :message (flymake-diagnostic-text found))))
   (flymake-diagnostics)))
"""


def _quoted(text: str | Path) -> str:
    """``text`` as a string of Emacs Lisp."""
    return '"' + str(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


class Emacs:
    """One Emacs that visits ``file``; ``more`` is what the user writes into init.el besides."""

    def __init__(self, here: Place, file: Path, more: str = "") -> None:
        self.program = editor_program("VNPLANLINT_EMACS", "emacs")
        self._client = shutil.which("emacsclient") or pytest.skip("emacsclient is not installed")
        self.here = here
        self._socket = here.folder / "vnpl"
        self._screen = here.folder / "screen"
        folder = here.home / ".emacs.d"
        folder.mkdir()
        text = _INIT.format(folder=_quoted(here.folder), package=_quoted(PACKAGE.parent), more=more)
        (folder / "init.el").write_text(text, "utf-8")
        master, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self._process = subprocess.Popen(
            [self.program, "-nw", str(file)],
            cwd=here.work,
            env=here.environment(),
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(terminal)
        self._reader = threading.Thread(target=self._keep_screen, args=(master,), daemon=True)
        self._reader.start()
        try:
            wait_for(self._socket.exists, "Emacs does not answer", self.log)
        except BaseException:
            self.kill()
            raise

    def _keep_screen(self, master: int) -> None:
        """Read what Emacs draws, or it would wait for ever."""
        with self._screen.open("wb") as screen:
            try:
                while drawn := os.read(master, 65536):
                    screen.write(drawn)
                    screen.flush()
            except OSError:  # the terminal is gone
                pass
        os.close(master)

    def lisp(self, form: str) -> Any:
        """The value of a form in the window that the user looks at, by way of JSON."""
        answer = self.here.folder / "answer.json"
        answer.unlink(missing_ok=True)
        value = f"(with-current-buffer (window-buffer) {form})"
        step = f"""(let ((value {value}) (coding-system-for-write 'utf-8-unix) (inhibit-message t))
                     (with-temp-file {_quoted(answer)}
                       (insert (json-serialize (vector value) :null-object nil :false-object :false)))
                     nil)"""
        said = self._ask(step)
        if not answer.exists():
            raise AssertionError(f"{form}\n{said}\n{self.log()}")
        return json.loads(answer.read_text("utf-8"))[0]

    def _ask(self, form: str) -> str:
        command = [self._client, "--socket-name", str(self._socket), "--eval", form]
        asked = subprocess.run(command, capture_output=True, text=True, env=self.here.environment(), timeout=20)
        return asked.stdout + asked.stderr

    def diagnostics(self) -> list[dict[str, Any]]:
        """What Flymake shows for the plan."""
        found = self.lisp("(vconcat (test-diagnostics))")
        return sorted(found, key=lambda item: (item["row"], item["code"]))

    def codes(self) -> list[str]:
        """The codes of all diagnostics."""
        return [item["code"] for item in self.diagnostics()]

    def wait_for_codes(self, codes: list[str]) -> list[dict[str, Any]]:
        """The diagnostics as soon as they are exactly of these codes."""
        wait_for(lambda: self._managed() and sorted(self.codes()) == sorted(codes), f"no {codes} alone", self.log)
        return self.diagnostics()

    def _managed(self) -> bool:
        return bool(self.lisp("(if (and (fboundp 'eglot-managed-p) (eglot-managed-p)) t :false)"))

    def lines(self) -> list[str]:
        """The text of the buffer."""
        found: str = self.lisp("(buffer-substring-no-properties (point-min) (point-max))")
        return found.split("\n")

    def save(self) -> None:
        """Write the buffer to its file."""
        self.lisp("(progn (save-buffer) nil)")

    def put_cursor_on(self, text: str, row: int = 1) -> None:
        """Put the cursor on the first character of ``text``, in ``row`` or below."""
        self.lisp(
            f"(progn (goto-char (point-min)) (forward-line {row - 1})"
            f" (search-forward {_quoted(text)}) (goto-char (match-beginning 0)) nil)"
        )

    def press(self, keys: str) -> None:
        """Type keys, in the notation of ``kbd``: they are read as those of the user."""
        self._ask(
            f"(setq unread-command-events (append unread-command-events (listify-key-sequence (kbd {_quoted(keys)}))))"
        )

    def apply_code_action(self, title: str) -> None:
        """Choose the code action of that title at the cursor, as a user does from the menu."""
        self.lisp(
            "(let ((completing-read-function"
            "       (lambda (_prompt items &rest _)"
            f"        (or (seq-find (lambda (one) (string-match-p (regexp-quote {_quoted(title)}) one))"
            "                       (mapcar (lambda (one) (if (consp one) (car one) one)) items))"
            '             (error "Offered: %S" items))))'
            "      (last-nonmenu-event t))"
            "  (call-interactively #'eglot-code-actions) nil)"
        )

    def log(self) -> str:
        """What Emacs and the server wrote."""
        messages = self._ask('(with-current-buffer "*Messages*" (buffer-string))').replace("\\n", "\n")
        return "\n".join(["--- *Messages*", messages[-3000:], tail(self._screen), tail(self.here.server_errors)])

    def quit(self) -> int:
        """Leave Emacs; its exit status."""
        if self._process.poll() is None:
            self._ask("(let ((confirm-kill-processes nil)) (set-buffer-modified-p nil) (kill-emacs))")
        return self._process.wait(timeout=20)

    def kill(self) -> None:
        """End it whatever it does."""
        self._process.kill()
        self._process.wait()
        self._reader.join(timeout=5)
