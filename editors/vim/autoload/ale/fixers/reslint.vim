" Author: reslint
" Description: mends what is safe to mend in drafts of resolutions

call ale#Set('resolution_reslint_executable', 'reslint')

function! ale#fixers#reslint#Fix(buffer) abort
    return {
    \   'command': ale#Escape(ale#Var(a:buffer, 'resolution_reslint_executable'))
    \       . ' check --fix --stdin-filename %s -',
    \}
endfunction
