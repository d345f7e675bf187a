-- reslint for Neovim before 0.11, and two commands for every Neovim.
local M = {}

local function configuration(changes)
  local file = vim.api.nvim_get_runtime_file("lsp/reslint.lua", false)[1]
  if not file then
    error("reslint: lsp/reslint.lua is not in the runtime path; copy it together with lua/reslint")
  end
  return vim.tbl_deep_extend("force", dofile(file), changes or {})
end

-- The nearest folder upwards that holds one of the markers; otherwise the folder of the file.
local function root_of(path, markers)
  local folder = vim.fn.fnamemodify(path, ":p:h")
  for _, marker in ipairs(markers) do
    local found = vim.fn.findfile(marker, vim.fn.fnameescape(folder) .. ";")
    if found == "" then
      found = vim.fn.finddir(marker, vim.fn.fnameescape(folder) .. ";")
    end
    if found ~= "" then
      return vim.fn.fnamemodify(found, ":p:h" .. (vim.fn.isdirectory(found) == 1 and ":h" or ""))
    end
  end
  return folder
end

local clients = {} -- by root; for Neovim 0.7, which has no vim.lsp.start

local function attach(buffer, config)
  config.root_dir = root_of(vim.api.nvim_buf_get_name(buffer), config.root_markers)
  config.workspace_folders = { { uri = vim.uri_from_fname(config.root_dir), name = config.root_dir } }
  if vim.lsp.start then
    vim.lsp.start(config, { bufnr = buffer })
    return
  end
  local id = clients[config.root_dir]
  if not (id and vim.lsp.get_client_by_id(id)) then
    id = vim.lsp.start_client(config)
    clients[config.root_dir] = id
  end
  if id then
    vim.lsp.buf_attach_client(buffer, id)
  end
end

-- The client of reslint in a buffer, or nil.
function M.client(buffer)
  if not buffer or buffer == 0 then
    buffer = vim.api.nvim_get_current_buf()
  end
  local all
  if vim.lsp.get_clients then
    all = vim.lsp.get_clients({ bufnr = buffer })
  else
    all = vim.tbl_values(vim.lsp.buf_get_clients(buffer))
  end
  for _, client in ipairs(all) do
    if client.name == "reslint" then
      return client
    end
  end
end

-- Asks the server and waits for the answer: nil when there is none.
function M.ask(client, method, params, buffer)
  if not buffer or buffer == 0 then
    -- Neovim 0.7 sends changes that are waiting only for a buffer that is named by its number.
    buffer = vim.api.nvim_get_current_buf()
  end
  local answer
  if vim.fn.has("nvim-0.11") == 1 then
    answer = client:request_sync(method, params, 2000, buffer)
  else
    answer = client.request_sync(method, params, 2000, buffer)
  end
  if answer and answer.err then
    vim.notify("reslint: " .. (answer.err.message or method), vim.log.levels.WARN)
  end
  return answer and answer.result
end

-- Does a source action of the whole text, now: the kind is, for instance, "source.fixAll.reslint".
function M.act(kind, buffer)
  buffer = buffer or vim.api.nvim_get_current_buf()
  local client = M.client(buffer)
  if not client then
    vim.notify("reslint does not run in this buffer", vim.log.levels.WARN)
    return
  end
  local last = vim.api.nvim_buf_line_count(buffer)
  local params = {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    range = { start = { line = 0, character = 0 }, ["end"] = { line = last, character = 0 } },
    context = { diagnostics = {}, only = { kind } },
  }
  for _, action in ipairs(M.ask(client, "textDocument/codeAction", params, buffer) or {}) do
    if not action.edit and action.data then
      action = M.ask(client, "codeAction/resolve", action, buffer) or action
    end
    if action.edit then
      vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
    end
  end
end

function M.fix_all(buffer)
  M.act("source.fixAll.reslint", buffer)
end

-- Commands :ReslintFixAll, :ReslintRenumberParagraphs and :ReslintRenumberFootnotes.
function M.commands()
  for name, kind in pairs({
    FixAll = "source.fixAll.reslint",
    RenumberParagraphs = "source.renumberParagraphs.reslint",
    RenumberFootnotes = "source.renumberFootnotes.reslint",
  }) do
    vim.api.nvim_create_user_command("Reslint" .. name, function()
      M.act(kind)
    end, {})
  end
end

-- Starts the server in every draft, Markdown and plain text that is opened. `changes` replace values of
-- lsp/reslint.lua; `fix_on_save = true` mends what is safe to mend before a draft is written.
function M.setup(changes)
  changes = changes or {}
  local fix_on_save = changes.fix_on_save
  changes.fix_on_save = nil
  local config = configuration(changes)
  config.name = "reslint"
  local group = vim.api.nvim_create_augroup("reslint", {})
  vim.api.nvim_create_autocmd("FileType", {
    group = group,
    pattern = config.filetypes,
    callback = function(event)
      local buffer = event.buf
      if vim.bo[buffer].buftype ~= "" or vim.api.nvim_buf_get_name(buffer) == "" then
        return
      end
      attach(buffer, vim.deepcopy(config))
      require("reslint.completion").enable(buffer)
    end,
  })
  if fix_on_save then
    vim.api.nvim_create_autocmd("BufWritePre", {
      group = group,
      callback = function(event)
        if M.client(event.buf) then
          M.fix_all(event.buf)
        end
      end,
    })
  end
  M.commands()
end

return M
