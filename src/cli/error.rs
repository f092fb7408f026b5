//! What stops a run: trouble with files or surroundings, never with what somebody answered.

use std::path::PathBuf;

use super::refusal::Refusal;

/// Why a run could not be carried out.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A path that does not exist.
    #[error("'{}' bestaat niet; controleer de naam en de map", .0.display())]
    NotFound(PathBuf),
    /// A folder without any workbook of ours.
    #[error("in {0} staat geen werkboek van ketenscan; wijs de map aan met de ingevulde werkboeken")]
    NothingThere(String),
    /// A file or folder that cannot be read.
    #[error("'{}' kan niet gelezen worden: {reason}", .path.display())]
    Unreadable {
        /// What was to be read.
        path: PathBuf,
        /// Why not.
        reason: Refusal,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file that cannot be written.
    #[error("'{}' kan niet geschreven worden: {reason}", .path.display())]
    Unwritable {
        /// What was to be written.
        path: PathBuf,
        /// Why not.
        reason: Refusal,
        /// What the system said.
        source: std::io::Error,
    },
    /// Output that is already there.
    #[error("'{}' bestaat al; kies een andere map met -o, of geef --overschrijf mee", .0.display())]
    Exists(PathBuf),
    /// Arguments that do not go together.
    #[error("{0}")]
    Usage(String),
    /// A workbook that could not be made.
    #[error("het werkboek kon niet gemaakt worden")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// A chart that could not be drawn.
    #[error(transparent)]
    Picture(#[from] ketenscan::report::chart_image::Error),
    /// A table that could not be made.
    #[error("de tabel kon niet gemaakt worden")]
    Table(#[from] ketenscan::export::parquet_file::Error),
    /// A JSON document that could not be made.
    #[error("de JSON kon niet gemaakt worden")]
    Json(#[from] serde_json::Error),
}
