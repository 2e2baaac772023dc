//! What the elements of HTML mean for the text, as far as a style sheet is not needed to tell.

use super::tokens::StartTag;
use crate::document::AsideKind;

/// What an element does to the text inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    /// Nothing.
    Inline,
    /// Starts and ends lines.
    Block,
    /// Not shown: nobody who reads the page sees it.
    Hidden,
    /// Not text of the page: scripts, pictures, fields of a form.
    Skipped,
    /// Beside the text.
    Aside(AsideKind),
    /// h1 to h6.
    Heading(u8),
    /// Line breaks of the source are line breaks.
    Verbatim,
    /// The same, for programs.
    Code,
    /// ol, ul.
    List,
    /// li.
    Item,
    /// b, strong.
    Bold,
    /// A link, and whether it leads to another place of the same page.
    Link(bool),
    /// main.
    Main,
    /// A quotation.
    Quote,
    /// A footnote.
    Note,
    /// title.
    Title,
    /// table, tr, td and th.
    Table,
    Row,
    Cell,
}

/// Elements without an end.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "basefont"
            | "bgsound"
            | "br"
            | "col"
            | "embed"
            | "frame"
            | "hr"
            | "img"
            | "input"
            | "keygen"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Elements that start on a line of their own.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "listing"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "plaintext"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "textarea"
            | "tfoot"
            | "th"
            | "thead"
            | "title"
            | "tr"
            | "ul"
            | "xmp"
    )
}

/// Words of class names, ids and labels by which pages on every system mark the trail of links to the page.
const TRAILS: [&str; 4] = ["breadcrumb", "topicpath", "topic-path", "パンくず"];
/// Class names by which the usual frameworks hide text from sight.
const UNSEEN: [&str; 4] = ["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"];

/// What the element does. `sectioned` is true inside main, article or section, where a header is the head of the text.
pub(super) fn effect(tag: &StartTag, sectioned: bool) -> Effect {
    let name = tag.name.as_str();
    if is_skipped(name) {
        return Effect::Skipped;
    }
    if is_hidden(tag) {
        return Effect::Hidden;
    }
    aside(tag, sectioned).unwrap_or_else(|| plain_effect(tag))
}

/// `rt` and `rp` are readings of the word before them, which stands in the text anyway.
fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "rt"
            | "rp"
            | "rtc"
            | "svg"
            | "math"
            | "canvas"
            | "audio"
            | "video"
            | "iframe"
            | "noframes"
            | "noembed"
            | "select"
            | "datalist"
            | "button"
            | "object"
            | "applet"
    )
}

fn is_hidden(tag: &StartTag) -> bool {
    let style = style(tag);
    let hidden = tag.attribute("hidden").is_some_and(|value| !value.eq_ignore_ascii_case("until-found"));
    let class = tag.attribute("class").unwrap_or_default();
    hidden
        || style.contains("display:none")
        || style.contains("visibility:hidden")
        || style.contains("mso-hide:all")
        || class.split_ascii_whitespace().any(|word| UNSEEN.contains(&word))
}

/// The style of the element itself without spaces, in lower case.
pub(super) fn style(tag: &StartTag) -> String {
    let style = tag.attribute("style").unwrap_or_default();
    style.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect()
}

fn aside(tag: &StartTag, sectioned: bool) -> Option<Effect> {
    let role = tag.attribute("role").unwrap_or_default();
    let kind = match (tag.name.as_str(), role) {
        (_, "banner" | "navigation" | "search" | "menu" | "menubar") | ("nav" | "search", _) => {
            AsideKind::Header
        }
        (_, "contentinfo" | "complementary") | ("aside", _) => AsideKind::Footer,
        ("header", _) if !sectioned => AsideKind::Header,
        ("footer", _) => AsideKind::Footer,
        _ if style(tag).contains("mso-element:comment") => AsideKind::Comment,
        _ if is_trail(tag) => AsideKind::Header,
        _ => return None,
    };
    Some(Effect::Aside(kind))
}

fn is_trail(tag: &StartTag) -> bool {
    let named = ["class", "id", "aria-label", "itemtype"].into_iter().filter_map(|name| tag.attribute(name));
    let container = matches!(tag.name.as_str(), "div" | "ol" | "ul" | "p" | "section" | "td" | "table");
    container && named.map(str::to_lowercase).any(|name| TRAILS.iter().any(|trail| name.contains(trail)))
}

fn plain_effect(tag: &StartTag) -> Effect {
    let name = tag.name.as_str();
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            Effect::Heading(name.bytes().last().map_or(1, |digit| digit.saturating_sub(b'0')))
        }
        "pre" | "listing" | "xmp" | "plaintext" | "textarea" => Effect::Verbatim,
        "code" | "samp" | "kbd" => Effect::Code,
        "ol" | "ul" | "dir" | "menu" => Effect::List,
        "li" => Effect::Item,
        "b" | "strong" => Effect::Bold,
        "a" => {
            tag.attribute("href").map_or(Effect::Inline, |href| Effect::Link(href.trim().starts_with('#')))
        }
        "main" => Effect::Main,
        "blockquote" => Effect::Quote,
        "title" => Effect::Title,
        "table" => Effect::Table,
        "tr" => Effect::Row,
        "td" | "th" => Effect::Cell,
        _ if tag.attribute("role") == Some("main") => Effect::Main,
        _ if style(tag).contains("mso-element:footnote") || style(tag).contains("mso-element:endnote") => {
            Effect::Note
        }
        _ if is_bold(tag) && !is_block(name) => Effect::Bold,
        _ if is_block(name) => Effect::Block,
        _ => Effect::Inline,
    }
}

fn is_bold(tag: &StartTag) -> bool {
    let style = style(tag);
    ["font-weight:bold", "font-weight:6", "font-weight:7", "font-weight:8", "font-weight:9"]
        .iter()
        .any(|bold| style.contains(bold))
}
