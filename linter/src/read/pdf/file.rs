//! The PDF file: its objects, and its pages with what they inherit.

use super::budget::{Budget, guarded, is_too_large};
use super::geometry::{Area, Matrix, Size, page_map};
use crate::read::ReadError;
use crate::source::Limits;
use lopdf::{Dictionary, Document, Error, LoadOptions, Object, ObjectId};
use std::collections::BTreeSet;

/// An open file.
pub(super) struct File {
    document: Document,
}

/// A page.
pub(super) struct Page<'a> {
    /// Its own dictionary.
    pub(super) dictionary: &'a Dictionary,
    /// Fonts and forms, its own or those of the tree above it.
    pub(super) resources: Option<&'a Dictionary>,
    /// From user space to the page as it is shown.
    pub(super) map: Matrix,
    /// The page as it is shown.
    pub(super) size: Size,
}

/// A4, for pages that do not say.
const A4: Area = Area { left: 0.0, top: 0.0, right: 595.3, bottom: 841.9 };
/// Widest page that the format knows, in points.
const WIDEST: f64 = 14_400.0;
/// References that lead to references.
const MAX_HOPS: usize = 16;

impl File {
    /// Opens a file; one that is encrypted with an empty password opens like any other.
    pub(super) fn open(bytes: &[u8], limits: &Limits, budget: &Budget) -> Result<Self, ReadError> {
        let most = limits.max_entry_bytes.min(limits.max_total_bytes / containers(bytes).max(1));
        let options = LoadOptions {
            password: None,
            filter: None,
            strict: false,
            max_decompressed_size: Some(usize::try_from(most).unwrap_or(usize::MAX)),
            force_reconstruct: false,
        };
        match guarded(|| Document::load_mem_with_options(bytes, options)) {
            Some(Ok(document)) if document.is_encrypted() => Err(ReadError::PdfEncrypted),
            Some(Ok(document)) if document.objects.len() as u64 > limits.max_pdf_objects => {
                Err(ReadError::PdfObjects { limit: limits.max_pdf_objects })
            }
            Some(Ok(document)) => Ok(Self { document }),
            Some(Err(error)) if is_too_large(&error) => Err(budget.too_large()),
            Some(Err(
                Error::Decryption(_)
                | Error::InvalidPassword
                | Error::UnsupportedSecurityHandler(_)
                | Error::AlreadyEncrypted,
            )) => Err(ReadError::PdfEncrypted),
            _ => Err(ReadError::PdfBroken),
        }
    }

    /// What a reference stands for, or the object itself.
    pub(super) fn resolve<'a>(&'a self, object: &'a Object) -> Option<&'a Object> {
        let mut object = object;
        for _ in 0..MAX_HOPS {
            match object {
                Object::Reference(id) => object = self.document.objects.get(id)?,
                found => return Some(found),
            }
        }
        None
    }

    /// The value of a key.
    pub(super) fn get<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
        self.resolve(dictionary.get(key).ok()?)
    }

    /// The value of a key, if it is a dictionary. That of a stream counts.
    pub(super) fn dictionary<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
        as_dictionary(self.get(dictionary, key)?)
    }

    /// The value of a key, if it is a number.
    pub(super) fn number(&self, dictionary: &Dictionary, key: &[u8]) -> Option<f64> {
        number(self.get(dictionary, key)?)
    }

    /// The numbers of an array.
    pub(super) fn numbers(&self, dictionary: &Dictionary, key: &[u8]) -> Option<Vec<f64>> {
        let array = self.get(dictionary, key)?.as_array().ok()?;
        Some(array.iter().filter_map(|item| self.resolve(item)).filter_map(number).collect())
    }

    /// All pages in order.
    pub(super) fn pages(&self, limits: &Limits, budget: &mut Budget) -> Result<Vec<Page<'_>>, ReadError> {
        let mut pages = Vec::new();
        let root = self.document.trailer.get(b"Root").ok().and_then(|root| self.resolve(root));
        let tree = root.and_then(as_dictionary).and_then(|root| root.get(b"Pages").ok());
        let mut seen = BTreeSet::new();
        let mut open = vec![(tree, Inherited::default())];
        while let Some((object, above)) = open.pop() {
            budget.step()?;
            let Some(object) = object else { continue };
            // A tree that leads back into itself has each page once.
            if object.as_reference().is_ok_and(|id| !seen.insert(id)) {
                continue;
            }
            let Some(dictionary) = self.resolve(object).and_then(as_dictionary) else { continue };
            let own = above.with(self, dictionary);
            match self.get(dictionary, b"Kids").and_then(|kids| kids.as_array().ok()) {
                Some(kids) => open.extend(kids.iter().rev().map(|kid| (Some(kid), own))),
                None => pages.push(own.page(dictionary)),
            }
            if pages.len() as u64 > limits.max_pdf_pages {
                return Err(ReadError::PdfPages { limit: limits.max_pdf_pages });
            }
        }
        if pages.is_empty() {
            pages = self.stray_pages(limits)?;
        }
        Ok(pages)
    }

    /// Pages that no tree holds together any more, in the order of their numbers.
    fn stray_pages(&self, limits: &Limits) -> Result<Vec<Page<'_>>, ReadError> {
        let objects = self.document.objects.values().filter_map(as_dictionary);
        let pages: Vec<Page<'_>> = objects
            .filter(|dictionary| dictionary.has_type(b"Page"))
            .map(|dictionary| Inherited::default().with(self, dictionary).page(dictionary))
            .collect();
        if pages.len() as u64 > limits.max_pdf_pages {
            return Err(ReadError::PdfPages { limit: limits.max_pdf_pages });
        }
        Ok(pages)
    }

    /// The identity of what a key refers to.
    pub(super) fn reference(&self, dictionary: &Dictionary, key: &[u8]) -> Option<ObjectId> {
        dictionary.get(key).ok()?.as_reference().ok()
    }
}

/// What pages take from the tree above them.
#[derive(Clone, Copy, Default)]
struct Inherited<'a> {
    resources: Option<&'a Dictionary>,
    media: Option<Area>,
    crop: Option<Area>,
    rotation: Option<i64>,
}

impl<'a> Inherited<'a> {
    fn with(self, file: &'a File, dictionary: &'a Dictionary) -> Self {
        let area = |key: &[u8]| match file.numbers(dictionary, key)?.as_slice() {
            [a, b, c, d] => {
                let area = Area { left: a.min(*c), top: b.min(*d), right: a.max(*c), bottom: b.max(*d) };
                let fits = |length: f64| (1.0..=WIDEST).contains(&length);
                (area.is_finite() && fits(area.width()) && fits(area.height())).then_some(area)
            }
            _ => None,
        };
        Self {
            resources: file.dictionary(dictionary, b"Resources").or(self.resources),
            media: area(b"MediaBox").or(self.media),
            crop: area(b"CropBox").or(self.crop),
            rotation: file.number(dictionary, b"Rotate").map(|degrees| degrees as i64).or(self.rotation),
        }
    }

    fn page(self, dictionary: &'a Dictionary) -> Page<'a> {
        let media = self.media.unwrap_or(A4);
        let crop = self.crop.unwrap_or(media);
        let both = Area {
            left: crop.left.max(media.left),
            top: crop.top.max(media.top),
            right: crop.right.min(media.right),
            bottom: crop.bottom.min(media.bottom),
        };
        let visible = if both.width() >= 1.0 && both.height() >= 1.0 { both } else { media };
        let (map, size) = page_map(visible, self.rotation.unwrap_or(0));
        Page { dictionary, resources: self.resources, map, size }
    }
}

/// A dictionary, or that of a stream.
pub(super) fn as_dictionary(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// An integer or a real number.
pub(super) fn number(object: &Object) -> Option<f64> {
    match object {
        Object::Integer(value) => Some(*value as f64),
        Object::Real(value) => Some(f64::from(*value)),
        _ => None,
    }
}

/// How many streams may have to be expanded before the first page can be read: those that call themselves object or
/// cross-reference streams, and an eighth of all, since a name can be hidden. They share the limit.
fn containers(bytes: &[u8]) -> u64 {
    let count = |needle: &[u8]| bytes.windows(needle.len()).filter(|window| *window == needle).count() as u64;
    let named = count(b"/ObjStm") + count(b"/XRef");
    named.max(count(b"endstream") / 8) + 1
}
