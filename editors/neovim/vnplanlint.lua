-- vnplanlint in Neovim: báo ngay trong cửa sổ soạn thảo những chỗ kế hoạch tự mâu thuẫn.
--
-- One file for two ways:
--   Neovim 0.11 and newer: copy it to ~/.config/nvim/lsp/vnplanlint.lua and put into init.lua
--       vim.lsp.enable('vnplanlint')
--   Older ones (0.7 to 0.10): copy it to ~/.config/nvim/lua/vnplanlint.lua and put into init.lua
--       require('vnplanlint').setup()
--
-- Settings go the same way in both, by vim.lsp.config('vnplanlint', {...}) or setup({...}):
--       { settings = { vnplanlint = { lang = 'en', ignore = { 'NT114' } } } }

local M = {
  name = 'vnplanlint',

  -- Cài trong môi trường ảo thì ghi cả đường dẫn. In a virtual environment: the full path.
  cmd = { 'vnplanlint', 'server' },

  -- Plans are plain text or Markdown.
  filetypes = { 'text', 'markdown' },

  -- The workspace is the nearest folder upwards that holds one of these; the first name counts most.
  root_markers = { 'vnplanlint.toml', 'pyproject.toml', '.git' },

  -- All are optional: what is not said here, vnplanlint.toml says.
  --   lang         'vi' or 'en'
  --   select       codes, prefixes or names of the only rules to use: { 'NT', 'VB201' }
  --   ignore       codes, prefixes or names of rules to leave out
  --   minSeverity  'error', 'warning' or 'style': show from here up
  --   configPath   a configuration file to use instead of the nearest one
  settings = { vnplanlint = vim.empty_dict() },

  -- The first look at a plan is already with these settings.
  before_init = function(params, config)
    params.initializationOptions = config.settings
  end,
}

---The workspace of the file at `path`, nil if no folder above it holds a marker.
local function root_of(path, markers)
  for _, marker in ipairs(markers) do
    local folder, below = vim.fn.fnamemodify(path, ':p:h'), nil
    while folder ~= below do
      if vim.loop.fs_stat(folder .. '/' .. marker) then
        return folder
      end
      folder, below = vim.fn.fnamemodify(folder, ':h'), folder
    end
  end
end

---Attach a buffer to the server of its workspace, starting one if there is none yet.
local function start(config, buffer)
  if type(config.cmd) == 'table' and vim.fn.executable(config.cmd[1]) == 0 then
    local text = 'Không thấy lệnh “%s”: cài bằng pip install vnplanlint, hoặc ghi cả đường dẫn vào cmd.'
    return vim.notify(text:format(config.cmd[1]), vim.log.levels.WARN)
  end
  config = vim.tbl_extend('force', config, { root_dir = root_of(vim.api.nvim_buf_get_name(buffer), config.root_markers) })
  if vim.lsp.start then -- since 0.8
    vim.lsp.start(config, { bufnr = buffer })
    return
  end
  for _, client in pairs(vim.lsp.get_active_clients()) do
    if client.name == config.name and client.config.root_dir == config.root_dir then
      return vim.lsp.buf_attach_client(buffer, client.id)
    end
  end
  local id = vim.lsp.start_client(config)
  if id then
    vim.lsp.buf_attach_client(buffer, id)
  end
end

---Start the server for every plan that is opened; for Neovim before 0.11.
---@param options table|nil what differs from the values above
function M.setup(options)
  local config = vim.tbl_deep_extend('force', M, options or {})
  config.setup = nil
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('vnplanlint', { clear = true }),
    pattern = config.filetypes,
    callback = function(event)
      if vim.bo[event.buf].buftype == '' and event.file ~= '' then
        start(config, event.buf)
      end
    end,
  })
end

return M
