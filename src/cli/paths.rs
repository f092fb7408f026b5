//! Takes a path; returns its name as messages show it.

use std::path::Path;

use ketenscan::jobs::reading;
use ketenscan::spelling::is_unprintable;

/// The name of a path in messages: as given, with `/` as separator, and without anything that a terminal could
/// interpret as a control sequence.
pub fn label(path: &Path) -> String {
    reading::label(&path.to_string_lossy())
}

/// A path as given, without characters that are invisible or that a terminal could interpret as a control sequence.
pub fn shown(path: &Path) -> String {
    path.to_string_lossy().replace(is_unprintable, "\u{fffd}")
}
