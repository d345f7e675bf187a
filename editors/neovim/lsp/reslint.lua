-- The language server reslint. Neovim 0.11 and later read this file by itself: vim.lsp.enable("reslint").
return {
  cmd = { "reslint", "server" },
  filetypes = { "resolution", "markdown", "text" },
  root_markers = { ".reslint.yaml", "pack.yaml", "pyproject.toml", ".git" },
}
