" Drafts of resolutions by their names. For Vim and Neovim.
autocmd BufRead,BufNewFile *.res.md,*.resolution.md,*.resolution set filetype=resolution
