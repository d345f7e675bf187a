" Drafts of resolutions: Markdown, and what Markdown does not know of them.
if exists('b:current_syntax')
  finish
endif

runtime! syntax/markdown.vim
unlet! b:current_syntax

syntax match resolutionNumber /^\s*\d\+\.\ze\s/
syntax match resolutionLetter /^\s*(\l\+)\ze\s/
syntax match resolutionOpener /\%(^\s*\%(\d\+\.\s\+\)\?\)\@<=\([*_]\)[^*_]\+\1/
syntax match resolutionMarker /\[^[^\]]\+\]/

highlight default link resolutionNumber Number
highlight default link resolutionLetter Number
highlight default link resolutionOpener Statement
highlight default link resolutionMarker Special

let b:current_syntax = 'resolution'
