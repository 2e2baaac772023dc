//! The zip of a Word file with some parts changed: all others are copied as they are packed.

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::AnnotateError;

/// The file with these parts in place of those of the same name, and new ones behind.
///
/// # Errors
/// `annotate-container` where the zip holds two parts of one name, or cannot be copied for another reason.
pub(super) fn with_parts(
    bytes: &[u8],
    mut parts: BTreeMap<String, Vec<u8>>,
) -> Result<Vec<u8>, AnnotateError> {
    let failed = |error: zip::result::ZipError| AnnotateError::Container { detail: error.to_string() };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(failed)?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len() + bytes.len() / 4)));
    let write = |writer: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, time, content: &[u8]| {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        let options = options.last_modified_time(time);
        writer.start_file(name, options)?;
        writer.write_all(content).map_err(zip::result::ZipError::Io)
    };
    for index in 0..archive.len() {
        let file = archive.by_index_raw(index).map_err(failed)?;
        match parts.remove(file.name()) {
            Some(content) => {
                let time = file.last_modified().unwrap_or_default();
                write(&mut writer, file.name(), time, &content).map_err(failed)?;
            }
            None => writer.raw_copy_file(file).map_err(failed)?,
        }
    }
    for (name, content) in &parts {
        write(&mut writer, name, zip::DateTime::default(), content).map_err(failed)?;
    }
    writer.set_raw_comment(archive.comment().into()).map_err(failed)?;
    Ok(writer.finish().map_err(failed)?.into_inner())
}
