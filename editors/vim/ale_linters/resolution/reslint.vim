" Author: reslint
" Description: the language server of reslint, for drafts of resolutions

call ale#Set('resolution_reslint_executable', 'reslint')

" The nearest folder upwards with a configuration; otherwise the folder of the file.
function! ale_linters#resolution#reslint#Root(buffer) abort
    let l:file = ale#path#FindNearestFile(a:buffer, '.reslint.yaml')

    return fnamemodify(empty(l:file) ? bufname(a:buffer) : l:file, ':p:h')
endfunction

" ALE puts what is proposed into the place of the word before the cursor, where the server means from a place of its own
" on: the mark of an opener before its letters, say. What is between the two is taken away, or added.
function! ale_linters#resolution#reslint#Fit(buffer, item) abort
    let l:edit = get(a:item, 'textEdit', {})

    if type(l:edit) isnot v:t_dict || !has_key(l:edit, 'range')
        return 1
    endif

    let l:line = getline('.')
    let l:word = strchars(strpart(l:line, 0, ale#completion#GetCompletionPosition()))
    let l:start = l:edit.range.start.character

    if l:start > l:word
        let l:edit.newText = strcharpart(l:line, l:word, l:start - l:word) . l:edit.newText
    elseif l:start < l:word
        let l:lead = strcharpart(l:line, l:start, l:word - l:start)

        if stridx(l:edit.newText, l:lead) != 0
            return 0
        endif

        let l:edit.newText = strpart(l:edit.newText, len(l:lead))
    endif

    return 1
endfunction

call ale#linter#Define('resolution', {
\   'name': 'reslint',
\   'lsp': 'stdio',
\   'executable': {buffer -> ale#Var(buffer, 'resolution_reslint_executable')},
\   'command': '%e server',
\   'language': 'resolution',
\   'project_root': function('ale_linters#resolution#reslint#Root'),
\   'completion_filter': function('ale_linters#resolution#reslint#Fit'),
\})
