-- Completion for Neovim before 0.11, with CTRL-X CTRL-O. Unlike vim.lsp.omnifunc of those versions it offers proposals
-- whose text does not begin with what has been typed ("66/18" for a whole citation), and brings the footnote along.
local M = {}

local SNIPPET = 2

local function text_of(item)
  local text = (item.textEdit and item.textEdit.newText) or item.insertText or item.label
  return item.insertTextFormat == SNIPPET and vim.lsp.util.parse_snippet(text) or text
end

local function documentation_of(item)
  local told = item.documentation
  return type(told) == "table" and told.value or told or ""
end

-- The byte column, from 0, at which the text that a proposal replaces begins.
local function start_of(items, line, encoding)
  local edit = items[1] and items[1].textEdit
  local range = edit and (edit.range or edit.insert)
  if not range then
    return vim.fn.match(line, "\\k*$")
  end
  local column = range.start.character
  if encoding == "utf-8" then
    return column
  end
  return vim.str_byteindex(line, column, encoding == "utf-16")
end

local function words_of(items)
  local words = {}
  for _, item in ipairs(items) do
    table.insert(words, {
      word = text_of(item),
      abbr = item.label,
      menu = item.detail or "",
      info = documentation_of(item),
      equal = 1,
      dup = 1,
      user_data = { reslint = item },
    })
  end
  return words
end

local asked = {}

function M.omnifunc(find_start, _)
  if find_start == 0 then
    return words_of(asked)
  end
  local client = require("reslint").client(0)
  if not client then
    return -3
  end
  local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  local answer = require("reslint").ask(client, "textDocument/completion", params, 0)
  asked = (answer and answer.items) or answer or {}
  table.sort(asked, function(one, other)
    return (one.sortText or one.label) < (other.sortText or other.label)
  end)
  local column = vim.api.nvim_win_get_cursor(0)[2]
  return start_of(asked, vim.api.nvim_get_current_line():sub(1, column), client.offset_encoding)
end

-- What a chosen proposal changes elsewhere: its footnote, and the numbers of the footnotes behind it.
local function complete_done(buffer)
  local chosen = vim.v.completed_item
  local item = type(chosen.user_data) == "table" and chosen.user_data.reslint
  local client = item and require("reslint").client(buffer)
  if not client then
    return
  end
  if not item.additionalTextEdits and item.data then
    item = require("reslint").ask(client, "completionItem/resolve", item, buffer) or item
  end
  if item.additionalTextEdits then
    vim.lsp.util.apply_text_edits(item.additionalTextEdits, buffer, client.offset_encoding)
  end
end

function M.enable(buffer)
  vim.bo[buffer].omnifunc = "v:lua.require'reslint.completion'.omnifunc"
  vim.api.nvim_create_autocmd("CompleteDone", {
    buffer = buffer,
    group = vim.api.nvim_create_augroup("reslint-" .. buffer, {}),
    callback = function()
      complete_done(buffer)
    end,
  })
end

return M
