//! Tells Zed how to start reslint: the program named by the settings, or the one on the PATH.

use zed_extension_api::{self as zed, settings::LspSettings, LanguageServerId, Result};

struct Reslint;

impl zed::Extension for Reslint {
    fn new() -> Self {
        Reslint
    }

    fn language_server_command(
        &mut self,
        server: &LanguageServerId,
        worktree: &zed::Worktree,
    ) -> Result<zed::Command> {
        let named = LspSettings::for_worktree(server.as_ref(), worktree)
            .ok()
            .and_then(|settings| settings.binary)
            .and_then(|binary| binary.path);
        let command = named
            .or_else(|| worktree.which("reslint"))
            .ok_or("reslint is not on the PATH; install it, or set lsp.reslint.binary.path")?;
        Ok(zed::Command {
            command,
            args: vec!["server".into()],
            env: worktree.shell_env(),
        })
    }
}

zed::register_extension!(Reslint);
