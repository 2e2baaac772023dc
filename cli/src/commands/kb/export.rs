//! `sekisho kb export`: every entry, for other programs.

use anyhow::Result;
use kb::Kb;

use crate::args::{ExportFormat, KbExportArgs};
use crate::exit::Exit;
use crate::output;

pub(super) fn run(args: &KbExportArgs) -> Result<Exit> {
    match args.format {
        ExportFormat::Json => output::print(&output::json(&Kb::embedded()?.export())?)?,
    }
    Ok(Exit::Clean)
}
