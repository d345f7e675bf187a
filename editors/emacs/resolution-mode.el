;;; resolution-mode.el --- Drafts of resolutions, with reslint  -*- lexical-binding: t; -*-

;; Package-Requires: ((emacs "28.1") (eglot "1.9"))
;; Keywords: text, languages

;;; Commentary:

;; A major mode for drafts of resolutions of the United Nations and of Model
;; UN.  With Eglot it starts the language server reslint, which marks what an
;; editor would mark, mends it, and completes openers, citations, treaties
;; with their footnotes, and phrases.
;;
;;   (require 'resolution-mode)
;;   (add-hook 'resolution-mode-hook #'eglot-ensure)

;;; Code:

(require 'cl-lib)
(require 'seq)
(require 'subr-x)

(declare-function eglot-code-actions "eglot")
(declare-function eglot-current-server "eglot")
(declare-function eglot--TextDocumentPositionParams "eglot")
(declare-function eglot--apply-text-edits "eglot")
(declare-function eglot--range-region "eglot")
(declare-function eglot--signal-textDocument/didChange "eglot")
(declare-function eglot--snippet-expansion-fn "eglot")
(declare-function jsonrpc-request "jsonrpc")
(defvar eglot-server-programs)
(defvar eglot-ignored-server-capabilities)

(defgroup resolution nil
  "Drafts of resolutions."
  :group 'text)

(defcustom resolution-server-command '("reslint" "server")
  "The program that serves drafts, and its arguments."
  :type '(repeat string))

(defcustom resolution-fix-on-save nil
  "Whether everything that is safe to mend is mended before a draft is saved."
  :type 'boolean)

(defvar resolution-font-lock-keywords
  '(("^[ \t]*\\([0-9]+\\.\\|([a-z]+)\\)[ \t]" 1 font-lock-constant-face)
    ("^[ \t]*\\(?:[0-9]+\\.[ \t]+\\)?\\(\\([*_]\\)[^*_\n]+\\2\\)" 1 font-lock-keyword-face)
    ("^\\*\\*.+\\*\\*[ \t]*$" 0 'bold)
    ("^#+[ \t].*$" 0 'bold)
    ("\\(?:\\`\\|[^*_[:alnum:]]\\)\\(\\([*_]\\)[^*_\n]+\\2\\)" 1 'italic prepend)
    ("\\[^[^]\n]+\\]:?" 0 font-lock-builtin-face)
    ("<!--\\(?:.\\|\n\\)*?-->" 0 font-lock-comment-face t))
  "What is coloured in a draft.")

(defvar resolution-mode-map
  (let ((map (make-sparse-keymap)))
    (define-key map (kbd "C-c C-f") #'resolution-fix-all)
    (define-key map (kbd "C-c C-p") #'resolution-renumber-paragraphs)
    (define-key map (kbd "C-c C-n") #'resolution-renumber-footnotes)
    (define-key map (kbd "C-c C-a") #'eglot-code-actions)
    ;; In text modes of Emacs 28 and 29 this key spells.
    (define-key map (kbd "C-M-i") #'completion-at-point)
    map)
  "Keys of `resolution-mode'.")

;;;###autoload
(define-derived-mode resolution-mode text-mode "Resolution"
  "Major mode for drafts of resolutions."
  (setq-local font-lock-defaults '(resolution-font-lock-keywords t))
  (setq-local font-lock-multiline t)
  (setq-local comment-start "<!-- ")
  (setq-local comment-end " -->")
  ;; Eglot stands still until this is answered, and keys typed in the meantime
  ;; are lost when the answer takes too long.
  (setq-local eglot-ignored-server-capabilities '(:documentOnTypeFormattingProvider))
  (visual-line-mode 1)
  (add-hook 'eglot-managed-mode-hook #'resolution--managed nil t)
  (add-hook 'before-save-hook #'resolution--before-save nil t))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.\\(?:res\\.md\\|resolution\\.md\\|resolution\\)\\'" . resolution-mode))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               (cons 'resolution-mode (lambda (&rest _) resolution-server-command))))

;;; Actions of the whole draft

(defun resolution--act (kind)
  "Do the source action KIND of the whole draft."
  (unless (and (fboundp 'eglot-current-server) (eglot-current-server))
    (user-error "Reslint does not run in this buffer; M-x eglot starts it"))
  (save-excursion
    (condition-case problem
        (eglot-code-actions (point-min) (point-max) kind t)
      (error (message "reslint: %s" (error-message-string problem))))))

(defun resolution-fix-all ()
  "Mend everything in the draft that is safe to mend."
  (interactive)
  (resolution--act "source.fixAll.reslint"))

(defun resolution-renumber-paragraphs ()
  "Number the paragraphs again, with every reference to them."
  (interactive)
  (resolution--act "source.renumberParagraphs.reslint"))

(defun resolution-renumber-footnotes ()
  "Number the footnotes again, with their markers."
  (interactive)
  (resolution--act "source.renumberFootnotes.reslint"))

(defun resolution--before-save ()
  "Mend the draft if `resolution-fix-on-save' says so."
  (when (and resolution-fix-on-save (fboundp 'eglot-current-server) (eglot-current-server))
    (resolution-fix-all)))

;;; Completion

;; Eglot completes the symbol at point.  What is typed of a citation or of a
;; phrase is not a symbol ("66/18", words of a title), and what is proposed need
;; not begin with it; so the place comes from the server, and so does the
;; choice.

(add-to-list 'completion-styles-alist
             '(resolution-offered resolution--try resolution--all
                                  "What the server proposes, in its order."))
(add-to-list 'completion-category-defaults
             '(resolution (styles resolution-offered)))

(defun resolution--all (string table pred _point)
  "Everything that TABLE proposes for STRING under PRED."
  (funcall table string pred t))

(defun resolution--try (string table pred point)
  "Complete STRING at POINT if TABLE has one proposal under PRED."
  (let ((all (resolution--all string table pred point)))
    (cond ((null all) nil)
          ((cdr all) (cons string point))
          ((equal (car all) string) t)
          (t (cons (car all) (length (car all)))))))

(defun resolution--managed ()
  "Complete with what the server proposes, once Eglot manages the buffer."
  (add-hook 'completion-at-point-functions #'resolution-completion-at-point -10 t))

(defun resolution--proposals (server)
  "What SERVER proposes at point: strings that carry their items."
  (eglot--signal-textDocument/didChange)
  (let ((answer (jsonrpc-request server :textDocument/completion (eglot--TextDocumentPositionParams)))
        (found nil))
    (seq-doseq (item (if (vectorp answer) answer (plist-get answer :items)))
      (let ((label (plist-get item :label)))
        ;; Where two have the same label, the later is known by what it writes.
        (push (propertize (if (member label found)
                              (plist-get (plist-get item :textEdit) :newText)
                            label)
                          'resolution-item item)
              found)))
    (sort (nreverse found)
          (lambda (one other)
            (string< (resolution--sort-text one) (resolution--sort-text other))))))

(defun resolution--item (proposal &optional proposals)
  "The item of PROPOSAL; of the equal one in PROPOSALS when it has lost its own."
  (or (get-text-property 0 'resolution-item proposal)
      (when-let ((same (car (member proposal proposals))))
        (get-text-property 0 'resolution-item same))))

(defun resolution--sort-text (proposal)
  "What PROPOSAL is sorted by."
  (let ((item (resolution--item proposal)))
    (or (plist-get item :sortText) (plist-get item :label))))

(defun resolution--matches (typed proposal)
  "Whether PROPOSAL still is one after TYPED."
  (let ((item (resolution--item proposal)))
    (string-prefix-p typed (or (plist-get item :filterText) proposal) t)))

(defun resolution--choose (item start typed)
  "Write ITEM from START to point, where TYPED stood before."
  (delete-region start (point))
  (insert typed)
  (when-let ((edit (plist-get item :textEdit)))
    (let* ((region (eglot--range-region (plist-get edit :range)))
           (first (copy-marker (car region)))
           (last (copy-marker (cdr region) t))
           (expand (and (eql (plist-get item :insertTextFormat) 2) (eglot--snippet-expansion-fn))))
      (when (cl-plusp (length (plist-get item :additionalTextEdits)))
        (eglot--apply-text-edits (plist-get item :additionalTextEdits)))
      (delete-region first last)
      (goto-char first)
      (funcall (or expand #'insert) (plist-get edit :newText))
      (set-marker first nil)
      (set-marker last nil)))
  (eglot--signal-textDocument/didChange))

(defun resolution--table (proposals typed)
  "A completion table of PROPOSALS, all of which answer TYPED."
  (lambda (string pred action)
    (let ((left (seq-filter (lambda (each)
                              (and (or (not pred) (funcall pred each))
                                   (or (equal string typed)
                                       (resolution--matches string each))))
                            proposals)))
      (pcase action
        ('metadata '(metadata (category . resolution)
                              (display-sort-function . identity)
                              (cycle-sort-function . identity)))
        ('t left)
        ('nil (and left string))
        ('lambda (and (member string proposals) t))))))

(defun resolution-completion-at-point ()
  "Complete with what reslint proposes at point."
  (when-let* ((server (eglot-current-server))
              (proposals (resolution--proposals server))
              (edit (plist-get (resolution--item (car proposals)) :textEdit)))
    (let* ((start (car (eglot--range-region (plist-get edit :range))))
           (typed (buffer-substring-no-properties start (point))))
      (list start (point) (resolution--table proposals typed)
            :annotation-function
            (lambda (proposal)
              (when-let ((detail (plist-get (resolution--item proposal proposals) :detail)))
                (concat "  " detail)))
            :exit-function
            (lambda (proposal status)
              (when (memq status '(finished exact))
                (when-let ((item (resolution--item proposal proposals)))
                  (resolution--choose item start typed))))
            :exclusive 'no))))

(provide 'resolution-mode)
;;; resolution-mode.el ends here
