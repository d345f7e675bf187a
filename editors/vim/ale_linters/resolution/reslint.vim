" Author: reslint
" Description: the language server of reslint, for drafts of resolutions

call ale#Set('resolution_reslint_executable', 'reslint')

" The nearest folder upwards with a configuration; otherwise the folder of the file.
function! ale_linters#resolution#reslint#Root(buffer) abort
    let l:file = ale#path#FindNearestFile(a:buffer, '.reslint.yaml')

    return fnamemodify(empty(l:file) ? bufname(a:buffer) : l:file, ':p:h')
endfunction

call ale#linter#Define('resolution', {
\   'name': 'reslint',
\   'lsp': 'stdio',
\   'executable': {buffer -> ale#Var(buffer, 'resolution_reslint_executable')},
\   'command': '%e server',
\   'language': 'resolution',
\   'project_root': function('ale_linters#resolution#reslint#Root'),
\})
