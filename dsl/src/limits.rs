//! How large a rule file may be. What exceeds a limit is an error, never a long wait.

/// Bytes of one file.
pub const SOURCE_BYTES: usize = 1 << 20;

/// Levels of parentheses, braces and `not`.
pub const DEPTH: u32 = 64;

/// Concepts and rules of one file.
pub const ITEMS: usize = 1000;

/// Mistakes listed for one file.
pub const ERRORS: usize = 500;

/// Bytes that one compiled regular expression may take.
pub const REGEX_BYTES: usize = 1 << 20;

/// Passing examples, and failing examples, that every rule has at least.
pub const EXAMPLES: usize = 2;
