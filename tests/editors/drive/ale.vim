" Does in Vim with ALE what a writer does, and writes down what came of it.
let s:seen = {}

function! s:Found() abort
    return sort(map(copy(getloclist(0)), {_, each -> [each.lnum, each.col, each.text]}))
endfunction

function! s:Expect(count) abort
    let l:waited = 0
    while len(getloclist(0)) != a:count && l:waited < 900
        sleep 20m
        let l:waited += 1
    endwhile

    return s:Found()
endfunction

function! ReslintProposed() abort
    let s:seen.proposed = map(copy(complete_info(['items']).items), {_, each -> each.word})

    return ''
endfunction

function! s:Drive() abort
    execute 'edit' fnameescape($RESLINT_TEST_DRAFT)
    let s:seen.filetype = &filetype
    let s:seen.first = s:Expect(2)
    let l:waited = 0
    let l:before = getline(1, '$')
    ALEFix
    while getline(1, '$') == l:before && l:waited < 900
        sleep 20m
        let l:waited += 1
    endwhile
    let s:seen.fixed = getline(1, '$')
    let s:seen.second = s:Expect(0)
    call feedkeys("3GO*Recal\<C-X>\<C-O>\<C-R>=ReslintProposed()\<CR>\<C-N>\<C-Y>\<Esc>", 'xt')
    let s:seen.taken = getline(3)
endfunction

try
    call s:Drive()
catch
    let s:seen.problem = v:exception . ' at ' . v:throwpoint
endtry
call writefile([json_encode(s:seen)], $RESLINT_TEST_ANSWER)
qall!
