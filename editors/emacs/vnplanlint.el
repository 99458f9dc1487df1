;;; vnplanlint.el --- Check Vietnamese administrative plans with Eglot  -*- lexical-binding: t; -*-

;; Copyright (c) 2026 vnplanlint contributors
;; SPDX-License-Identifier: MIT

;; Version: 0.3.0
;; Package-Requires: ((emacs "28.1") (eglot "1.9"))
;; Keywords: wp, tools, convenience

;;; Commentary:

;; Báo ngay trong cửa sổ soạn thảo những chỗ kế hoạch tự mâu thuẫn, và sửa
;; giúp.
;;
;; Runs `vnplanlint server' under Eglot, which Emacs 29 and newer have built
;; in, for plans in plain text and Markdown:
;;
;;     (require 'vnplanlint)
;;     (add-hook 'text-mode-hook #'vnplanlint-ensure)
;;
;; The hook also runs in modes derived from Text mode; only those listed in
;; `vnplanlint-modes' are checked, and only files.  `M-x vnplanlint-ensure'
;; checks one buffer of any mode.
;;
;; Then Flymake shows what is found; `M-x eglot-code-actions' offers fixes;
;; `M-x vnplanlint-show-places' lists every place of the contradiction at
;; point.  Settings stand under `M-x customize-group RET vnplanlint', or for
;; one folder in its vnplanlint.toml or .dir-locals.el:
;;
;;     ((nil . ((eglot-workspace-configuration
;;               . (:vnplanlint (:lang "en" :ignore ["NT114"]))))))

;;; Code:

(require 'eglot)
(require 'cl-lib)
(require 'flymake)
(require 'project)
(require 'url-util)
(require 'xref)

(defgroup vnplanlint nil
  "Check Vietnamese administrative plans."
  :group 'tools
  :prefix "vnplanlint-")

(defcustom vnplanlint-command '("vnplanlint" "server")
  "The language server: its program, and its arguments.
Of a program in a virtual environment give the full path."
  :type '(repeat string))

(defcustom vnplanlint-modes '(markdown-mode gfm-mode markdown-ts-mode text-mode)
  "The major modes whose files `vnplanlint-ensure' checks from a hook."
  :type '(repeat symbol))

(defcustom vnplanlint-lang nil
  "Language of the messages; nil leaves it to vnplanlint.toml."
  :type '(choice (const :tag "As vnplanlint.toml says" nil)
                 (const :tag "Tiếng Việt" "vi")
                 (const :tag "English" "en")))

(defcustom vnplanlint-select nil
  "Codes, prefixes or names of the only rules to use; nil means all."
  :type '(repeat string))

(defcustom vnplanlint-ignore nil
  "Codes, prefixes or names of rules to leave out."
  :type '(repeat string))

(defcustom vnplanlint-min-severity nil
  "Show only findings of this severity or above; nil means all."
  :type '(choice (const :tag "As vnplanlint.toml says" nil)
                 (const "error") (const "warning") (const "style")))

(defcustom vnplanlint-config-path nil
  "The configuration file to use instead of the nearest vnplanlint.toml."
  :type '(choice (const :tag "The nearest one" nil) file))

;;; The connection

(defclass vnplanlint-server (eglot-lsp-server) ()
  :documentation "A vnplanlint server; see `eglot-server-programs'.")

(cl-defmethod eglot-client-capabilities ((_server vnplanlint-server))
  "Ask for the other places of a contradiction, for `vnplanlint-show-places'."
  (let* ((capabilities (cl-call-next-method))
         (document (plist-get capabilities :textDocument))
         (diagnostics (plist-get document :publishDiagnostics)))
    (setq diagnostics (plist-put (copy-sequence diagnostics) :relatedInformation t)
          document (plist-put (copy-sequence document) :publishDiagnostics diagnostics))
    (plist-put (copy-sequence capabilities) :textDocument document)))

;; Eglot of Emacs 30 shows nothing for a file whose name, or a folder's, has
;; Vietnamese letters: it compares undecoded bytes with the name of the buffer.
(cl-defmethod eglot-handle-notification
  ((server vnplanlint-server) (method (eql textDocument/publishDiagnostics)) &rest parameters)
  "Handle METHOD of SERVER with letters as themselves in the address of PARAMETERS."
  (let ((address (replace-regexp-in-string
                  "\\(?:%[89A-Fa-f][0-9A-Fa-f]\\)+"
                  (lambda (bytes)
                    (save-match-data
                      (decode-coding-string (url-unhex-string bytes) 'utf-8)))
                  (plist-get parameters :uri) t t)))
    (apply #'cl-call-next-method server method
           (plist-put (copy-sequence parameters) :uri address))))

(defun vnplanlint--settings (_server)
  "The settings for the server that are not left to vnplanlint.toml."
  (append
   (and vnplanlint-lang (list :lang vnplanlint-lang))
   (and vnplanlint-select (list :select (vconcat vnplanlint-select)))
   (and vnplanlint-ignore (list :ignore (vconcat vnplanlint-ignore)))
   (and vnplanlint-min-severity (list :minSeverity vnplanlint-min-severity))
   (and vnplanlint-config-path
        (list :configPath (expand-file-name vnplanlint-config-path)))))

(defun vnplanlint--language (mode)
  "MODE with the language of its files, as in `eglot-server-programs'."
  (list mode :language-id
        (if (string-match-p "markdown\\|gfm" (symbol-name mode)) "markdown" "plaintext")))

(defvar vnplanlint--root-markers '("vnplanlint.toml" "pyproject.toml" ".git")
  "Names that a workspace is known by; the first counts most.")

(defun vnplanlint--project (folder)
  "The workspace of the plans in FOLDER, as a project of its own kind.
In a common project Eglot would have HTML, TeX, Org … checked too: their
modes are derived from Text mode."
  (let ((root (cl-some (lambda (marker) (locate-dominating-file folder marker))
                       vnplanlint--root-markers)))
    (cons 'vnplanlint (file-name-as-directory (expand-file-name (or root folder))))))

(cl-defmethod project-root ((project (head vnplanlint)))
  "The folder of PROJECT."
  (cdr project))

;;;###autoload
(defun vnplanlint-ensure ()
  "Check the plan in this buffer, and the other plans of its folder, with Eglot.
From a hook, only a file whose mode is one of `vnplanlint-modes'."
  (interactive)
  (when (and buffer-file-name
             (or (called-interactively-p 'any) (memq major-mode vnplanlint-modes)))
    ;; In this buffer alone, for the same reason as the project.
    (setq-local eglot-server-programs
                (list (append (list (mapcar #'vnplanlint--language
                                            (cons major-mode (remq major-mode vnplanlint-modes)))
                                    'vnplanlint-server)
                              vnplanlint-command
                              (list :initializationOptions #'vnplanlint--settings))))
    (add-hook 'project-find-functions #'vnplanlint--project nil t)
    (if (executable-find (car vnplanlint-command))
        (eglot-ensure)
      (message "vnplanlint: không thấy lệnh “%s”; cài bằng pip install vnplanlint, hoặc đặt `vnplanlint-command'"
               (car vnplanlint-command)))))

;;; All places of a contradiction

(defun vnplanlint--diagnostics-at-point ()
  "The diagnostics of the server at point."
  (cl-loop for diagnostic in (flymake-diagnostics (point))
           for said = (alist-get 'eglot-lsp-diag (flymake-diagnostic-data diagnostic))
           when said collect said))

(defun vnplanlint--place (message range)
  "An xref item with MESSAGE for RANGE of the server in this buffer."
  (let ((region (if (fboundp 'eglot-range-region)
                    (eglot-range-region range) ; since 1.16
                  (with-no-warnings (eglot--range-region range)))))
    (xref-make message (xref-make-buffer-location (current-buffer) (car region)))))

(defun vnplanlint--places (diagnostic)
  "The place of DIAGNOSTIC and its other places, as xref items."
  (cons (vnplanlint--place (plist-get diagnostic :message) (plist-get diagnostic :range))
        (mapcar (lambda (related)
                  (vnplanlint--place (plist-get related :message)
                                     (plist-get (plist-get related :location) :range)))
                (plist-get diagnostic :relatedInformation))))

;;;###autoload
(defun vnplanlint-show-places ()
  "List all places of the contradiction at point, to visit them."
  (interactive)
  (let ((places (mapcan #'vnplanlint--places (vnplanlint--diagnostics-at-point))))
    (unless places
      (user-error "Vnplanlint: không có gì ở đây"))
    (xref-show-xrefs (lambda () places) nil)))

(provide 'vnplanlint)
;;; vnplanlint.el ends here
