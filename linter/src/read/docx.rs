//! stub
use crate::read::raw::RawDocument; use crate::read::ReadError; use crate::source::Limits;
pub(super) fn read(_b: &[u8], _l: &Limits) -> Result<RawDocument, ReadError> { Err(ReadError::ZipUnknown) }
