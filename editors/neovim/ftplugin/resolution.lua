-- How a draft is shown: one paragraph is one long line, wrapped between words.
if vim.b.did_ftplugin then
  return
end
vim.b.did_ftplugin = 1

vim.opt_local.wrap = true
vim.opt_local.linebreak = true
vim.opt_local.breakindent = true
vim.opt_local.signcolumn = "yes" -- the text does not jump when the first finding comes
vim.opt_local.commentstring = "<!-- %s -->"
vim.b.undo_ftplugin = "setlocal wrap< linebreak< breakindent< commentstring< signcolumn<"
