-- Does in Neovim what a writer does, and writes down what came of it.
local seen = {}

local function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

-- The diagnostics once they stand at the words that are expected (in the order of the text), or after a long wait.
local function diagnostics(...)
  local wanted = { ... }
  local found
  vim.wait(8000, function()
    found = {}
    for _, each in ipairs(vim.diagnostic.get(0)) do
      local line = lines()[each.lnum + 1] or ""
      table.insert(found, {
        code = each.code or (each.user_data and each.user_data.lsp and each.user_data.lsp.code),
        words = line:sub(each.col + 1, each.end_col),
        line = each.lnum + 1,
        source = each.source,
      })
    end
    table.sort(found, function(one, other)
      return one.line < other.line
    end)
    local words = vim.tbl_map(function(each)
      return each.words
    end, found)
    return vim.deep_equal(words, wanted)
  end, 20)
  return found
end

local function changed(before)
  vim.wait(5000, function()
    return not vim.deep_equal(before, lines())
  end, 20)
end

local function place(line, words)
  local column = lines()[line]:find(words, 1, true)
  vim.api.nvim_win_set_cursor(0, { line, column - 1 })
end

local function feed(keys)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), "tx", false)
end

-- Types words in a line, asks for proposals, and takes the first that writes the words that are wanted.
local function complete(line, typed, wanted)
  vim.api.nvim_buf_set_lines(0, line - 1, line, false, { typed })
  vim.api.nvim_win_set_cursor(0, { line, 0 })
  feed("A<C-x><C-o><C-e><Esc>")
  local labels, at = {}, nil
  for index, each in ipairs(require("reslint.completion").omnifunc(0, "")) do
    table.insert(labels, each.abbr)
    at = at or (each.word:find(wanted, 1, true) and index)
  end
  if at then
    feed("A<C-x><C-o>" .. ("<C-n>"):rep(at - 1) .. "<C-y><Esc>")
  end
  return { labels = labels, lines = lines() }
end

local function run()
  vim.cmd("edit " .. vim.fn.fnameescape(vim.env.RESLINT_TEST_DRAFT))
  seen.version = vim.fn.matchstr(vim.fn.execute("version"), "NVIM v\\zs[0-9.]\\+")
  seen.filetype = vim.bo.filetype
  seen.wrap = vim.wo.linebreak
  local clock = vim.loop.hrtime()
  seen.first = diagnostics("the the", "and and")
  seen.milliseconds = (vim.loop.hrtime() - clock) / 1e6
  local client = require("reslint").client(0)
  seen.root = client and client.config.root_dir

  place(3, "the the")
  local before = lines()
  vim.ui.select = function(items, _, choose)
    seen.offered = #items
    choose(items[1], 1)
  end
  vim.lsp.buf.code_action()
  changed(before)
  seen.quick_fix = lines()

  vim.api.nvim_buf_set_lines(0, 2, 3, false, { "*Noting* the 😀 e\u{301} of of the keepers," })
  seen.second = diagnostics("of of", "and and")
  vim.cmd("ReslintFixAll")
  seen.fix_all = lines()
  seen.third = diagnostics()

  -- From 0.11 on Neovim's own completion is used; it shows its list only on a screen.
  if vim.fn.has("nvim-0.11") == 0 then
    seen.opener = complete(7, "2. Enc", "Encourages")
    seen.citation = complete(3, "*Recalling* the 😀 and 66/18", "66/181")
    seen.treaty = complete(3, "*Recalling* the 😀 and the Convention on the Rights of the Ch", "[^")
    vim.cmd("edit!")
    diagnostics("the the", "and and")
  end

  vim.api.nvim_buf_set_lines(0, 4, 5, false, { "1. *Requests* the the Secretary-General to report;" })
  vim.cmd("write")
  seen.written = lines()
end

local ok, problem = pcall(run)
seen.problem = not ok and tostring(problem) or nil
local file = assert(io.open(vim.env.RESLINT_TEST_ANSWER, "w"))
file:write(vim.json.encode(seen))
file:close()
vim.cmd("qall!")
