//! Why a file is refused: plain facts, for the caller to put into the user's words.

use thiserror::Error;

use super::bounds::Bound;

/// Why a file must not reach a parser.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// There is nothing in the file.
    #[error("the file is empty")]
    Empty,
    /// Zeros only, as a cloud drive leaves for a file that it has not fetched.
    #[error("the file holds nothing but zeros")]
    Zeros,
    /// The file is something else.
    #[error("the file is not a workbook but {0}")]
    NotAWorkbook(Kind),
    /// The contents are encrypted.
    #[error("the workbook is protected with a password")]
    Protected,
    /// The file contradicts its own format.
    #[error("the workbook is damaged: {0}")]
    Damaged(Damage),
    /// The file exceeds a bound.
    #[error("the workbook is too large: more than {0}")]
    TooLarge(Bound),
    /// A row or column lies beyond those of any office program.
    #[error("a cell lies off the grid of a sheet")]
    OffTheGrid {
        /// The sheet, where it is known.
        sheet: Option<String>,
    },
}

/// What a file is that is not a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Kind {
    /// A document of Word, old or new.
    #[error("a Word document")]
    WordDocument,
    /// A presentation of PowerPoint, old or new.
    #[error("a PowerPoint presentation")]
    Presentation,
    /// A text document of LibreOffice or another OpenDocument program.
    #[error("an OpenDocument text")]
    OpenDocumentText,
    /// Another kind of OpenDocument file.
    #[error("an OpenDocument presentation or drawing")]
    OpenDocumentDrawing,
    /// A workbook of Apple Numbers, which cannot be read.
    #[error("an Apple Numbers file")]
    Numbers,
    /// An e-book.
    #[error("an e-book")]
    EBook,
    /// A zip package of anything else.
    #[error("a zip file")]
    Zip,
    /// A message, with attachments or without.
    #[error("an e-mail message")]
    EMail,
    /// A compound file of another office program.
    #[error("a file of another office program")]
    OtherOffice,
    /// A PDF.
    #[error("a PDF")]
    Pdf,
    /// A text document in RTF.
    #[error("a text document (rtf)")]
    RichText,
    /// A picture.
    #[error("a picture")]
    Picture,
    /// An archive in 7z.
    #[error("an archive (7z)")]
    SevenZip,
    /// An archive in RAR.
    #[error("an archive (rar)")]
    Rar,
    /// A file packed with gzip.
    #[error("a packed file (gz)")]
    Gzip,
    /// A database of SQLite.
    #[error("a database")]
    Database,
    /// A Parquet file.
    #[error("a Parquet file")]
    Parquet,
    /// A program for Windows.
    #[error("a program")]
    Program,
    /// A workbook in the XML of Excel 2003, which cannot be read.
    #[error("an XML spreadsheet of Excel 2003")]
    Excel2003,
    /// An OpenDocument file in one piece of XML, which cannot be read.
    #[error("a flat OpenDocument file")]
    FlatOpenDocument,
    /// A page in HTML.
    #[error("a web page")]
    WebPage,
    /// What Google Drive keeps on disk in place of a spreadsheet.
    #[error("a link to Google Sheets")]
    GoogleLink,
    /// Other XML.
    #[error("an XML file")]
    Xml,
    /// Text in columns.
    #[error("a CSV file")]
    Csv,
    /// Text of blanks alone.
    #[error("an empty text file")]
    EmptyText,
    /// Other text.
    #[error("a text file")]
    Text,
    /// None of these.
    #[error("an unknown kind of file")]
    Unknown,
}

/// How a file contradicts its own format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Damage {
    /// The table of contents, or the chain of sectors, cannot be followed.
    #[error("the file is cut off, or its table of contents is wrong")]
    Contents,
    /// Two entries have the same name.
    #[error("a part occurs twice")]
    DuplicatePart,
    /// A part that no workbook can do without is missing.
    #[error("a part is missing")]
    MissingPart,
    /// An entry cannot be unpacked, or not to the size it declares.
    #[error("a part cannot be unpacked")]
    Unpacking,
    /// An entry does not have the checksum it declares.
    #[error("the checksum of a part is wrong")]
    Checksum,
    /// A part is in an encoding that is not read.
    #[error("a part is not in UTF-8")]
    Encoding,
    /// A part is not well-formed XML, or not whole.
    #[error("a part is incomplete or not well-formed")]
    IllFormed,
    /// A part declares a document type, as no office program does.
    #[error("a part holds a document type")]
    DocumentType,
    /// A cell or row is nested in a cell.
    #[error("a cell is nested in another cell")]
    NestedCell,
    /// A table is nested in a cell.
    #[error("a table is nested in a cell")]
    NestedTable,
    /// Tables, rows and cells are not nested as they should be.
    #[error("tables, rows and cells are mixed up")]
    MixedTable,
    /// The list of strings declares more strings than it has room for.
    #[error("the list of strings promises more strings than fit in it")]
    PromisedStrings,
    /// A string declares more text than its record has room for.
    #[error("the list of strings promises more text than it holds")]
    PromisedText,
    /// The list of strings cannot be followed.
    #[error("the list of strings is wrong")]
    Strings,
    /// A binary part does not consist of whole records.
    #[error("a part does not consist of whole records")]
    Records,
    /// A record is too short for what it should hold.
    #[error("a record is too short")]
    ShortRecord,
    /// A record is continued in too many others.
    #[error("a record consists of too many pieces")]
    LongRecord,
    /// The workbook's stream does not begin with the record that opens it.
    #[error("the workbook does not begin where it should")]
    WorkbookStart,
    /// A sheet does not begin at the place that is given for it.
    #[error("a sheet does not begin where it should")]
    SheetStart,
    /// A sheet does not end.
    #[error("a sheet is cut off")]
    SheetEnd,
    /// Two sheets are said to begin at the same place.
    #[error("two sheets begin at the same place")]
    SheetTwice,
}
