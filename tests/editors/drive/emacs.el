;;; emacs.el --- Does what a writer does, and writes down what came of it  -*- lexical-binding: t; -*-

;;; Code:

(require 'json)
(require 'eglot)
(require 'flymake)

(defvar seen nil "What came of it, the latest first.")

(defun see (key value)
  "Write down VALUE as KEY."
  (push (cons key value) seen))

(defun lines ()
  "The lines of the draft."
  (vconcat (split-string (buffer-substring-no-properties (point-min) (point-max)) "\n")))

(defun wait (seconds holds)
  "Let the server work for SECONDS, or until HOLDS says t; whether it did."
  (let ((end (+ (float-time) seconds)) done)
    (while (and (not (setq done (funcall holds))) (< (float-time) end))
      (accept-process-output nil 0.02))
    done))

(defun diagnostics ()
  "The words at which diagnostics stand, in the order of the text."
  (mapcar (lambda (each)
            (buffer-substring-no-properties (min (point-max) (flymake-diagnostic-beg each))
                                            (min (point-max) (flymake-diagnostic-end each))))
          (sort (flymake-diagnostics)
                (lambda (one other) (< (flymake-diagnostic-beg one) (flymake-diagnostic-beg other))))))

(defun expect (&rest words)
  "Wait for diagnostics at WORDS; the words at which there are some."
  (eglot--signal-textDocument/didChange)
  (unless eglot--current-flymake-report-fn
    (flymake-start))                    ; nobody is idle here, so that it does not start by itself
  (wait 8 (lambda () (equal (diagnostics) words)))
  (vconcat (diagnostics)))

(defun write-line (line words)
  "Replace LINE by WORDS; point is behind them."
  (goto-char (point-min))
  (forward-line (1- line))
  (delete-region (point) (line-end-position))
  (insert words))

(defun complete (line typed wanted)
  "Type TYPED in LINE and choose the first proposal that writes WANTED."
  (write-line line typed)
  (let (labels)
    (let ((completion-in-region-function
           (lambda (start end table &optional pred)
             (let* ((string (buffer-substring-no-properties start end))
                    (all (all-completions string table pred))
                    (choice (seq-find
                             (lambda (each)
                               (string-match-p
                                (regexp-quote wanted)
                                (plist-get (plist-get (get-text-property 0 'resolution-item each) :textEdit)
                                           :newText)))
                             all)))
               (setq labels all)
               (when choice
                 (delete-region start end)
                 (insert (substring-no-properties choice))
                 (funcall (plist-get completion-extra-properties :exit-function)
                          (substring-no-properties choice) 'finished))
               t))))
      (completion-at-point))
    `((labels . ,(vconcat (mapcar #'substring-no-properties labels))) (lines . ,(lines)))))

(defun drive ()
  "Do it."
  (setq eglot-sync-connect 10 eglot-autoshutdown nil)
  (find-file (getenv "RESLINT_TEST_DRAFT"))
  (see 'version emacs-version)
  (see 'mode (symbol-name major-mode))
  (run-hooks 'post-command-hook)
  (see 'started (if (wait 10 #'eglot-current-server) t :json-false))
  (font-lock-ensure)
  (see 'faces (vconcat (mapcar (lambda (words)
                                 (goto-char (point-min))
                                 (search-forward words)
                                 (format "%s" (get-text-property (match-beginning 0) 'face)))
                               '("*Noting*" "1." "*Urges*" "lighthouses"))))
  (see 'first (expect "the the" "and and"))

  (goto-char (point-min))
  (search-forward "the the")
  (let ((completing-read-function (lambda (_ choices &rest _) (caar choices)))
        (last-nonmenu-event ?a))        ; a key, not the mouse: choices are not in a menu
    (eglot-code-actions (match-beginning 0) (match-end 0) "quickfix" t))
  (see 'quick_fix (lines))

  (write-line 3 "*Noting* the 😀 e\u0301 of of the keepers,")
  (see 'second (expect "of of" "and and"))
  (resolution-fix-all)
  (see 'fix_all (lines))
  (see 'third (expect))

  (see 'opener (complete 7 "2. Enc" "Encourages"))
  (see 'citation (complete 3 "*Recalling* the 😀 and 66/18" "66/181"))
  (see 'treaty (complete 3 "*Recalling* the 😀 and the Convention on the Rights of the Ch" "[^"))

  (revert-buffer t t t)
  (run-hooks 'post-command-hook)
  (wait 5 #'eglot-current-server)
  (setq resolution-fix-on-save t)
  (write-line 5 "1. *Requests* the the Secretary-General to report;")
  (save-buffer)
  (see 'written (lines)))

(condition-case problem
    (drive)
  (error (see 'problem (error-message-string problem))))
(let ((coding-system-for-write 'utf-8))
  (with-temp-file (getenv "RESLINT_TEST_ANSWER")
    (insert (json-encode seen))))
(set-buffer-modified-p nil)
(when (eglot-current-server)
  (ignore-errors (eglot-shutdown (eglot-current-server))))
(kill-emacs 0)
;;; emacs.el ends here
