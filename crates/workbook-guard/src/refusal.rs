//! Why a file is refused: plain facts that a caller can word for its users.

use thiserror::Error;

use super::bounds::Bound;

/// Why a file must not reach a parser.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The file is empty.
    #[error("the file is empty")]
    Empty,
    /// The file consists of zeros, as cloud drives leave for files they have not downloaded.
    #[error("the file holds nothing but zeros")]
    Zeros,
    /// The file is not a workbook.
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
    /// A cell lies outside the grid that office programs share.
    #[error("a cell lies off the grid of a sheet")]
    OffTheGrid {
        /// The sheet, if known.
        sheet: Option<String>,
    },
}

/// What a file is, if it is not a workbook.
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
    /// A zip package with other contents.
    #[error("a zip file")]
    Zip,
    /// An e-mail message, with or without attachments.
    #[error("an e-mail message")]
    EMail,
    /// A compound file of another program.
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
    /// A 7z archive.
    #[error("an archive (7z)")]
    SevenZip,
    /// A RAR archive.
    #[error("an archive (rar)")]
    Rar,
    /// A file packed with gzip.
    #[error("a packed file (gz)")]
    Gzip,
    /// An SQLite database.
    #[error("a database")]
    Database,
    /// A Parquet file.
    #[error("a Parquet file")]
    Parquet,
    /// A Windows program.
    #[error("a program")]
    Program,
    /// A workbook in the XML format of Excel 2003, which cannot be read.
    #[error("an XML spreadsheet of Excel 2003")]
    Excel2003,
    /// An OpenDocument file as a single XML file, which cannot be read.
    #[error("a flat OpenDocument file")]
    FlatOpenDocument,
    /// An HTML page.
    #[error("a web page")]
    WebPage,
    /// The link that Google Drive keeps on disk in place of a spreadsheet.
    #[error("a link to Google Sheets")]
    GoogleLink,
    /// Other XML.
    #[error("an XML file")]
    Xml,
    /// Text in columns, such as CSV.
    #[error("a CSV file")]
    Csv,
    /// Text that consists of white space.
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
    /// The table of contents or the chain of sectors cannot be followed.
    #[error("the file is cut off, or its table of contents is wrong")]
    Contents,
    /// Two entries have the same name.
    #[error("a part occurs twice")]
    DuplicatePart,
    /// A part that every workbook needs is missing.
    #[error("a part is missing")]
    MissingPart,
    /// An entry cannot be unpacked, or not to its declared size.
    #[error("a part cannot be unpacked")]
    Unpacking,
    /// An entry does not match its declared checksum.
    #[error("the checksum of a part is wrong")]
    Checksum,
    /// A part is in an unsupported encoding.
    #[error("a part is neither in UTF-8 nor in UTF-16")]
    Encoding,
    /// A part is not well-formed XML, or is incomplete.
    #[error("a part is incomplete or not well-formed")]
    IllFormed,
    /// A part declares a document type, which no office program does.
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
    /// The list of strings declares more strings than fit in it.
    #[error("the list of strings declares more strings than fit in it")]
    PromisedStrings,
    /// A string declares more text than fits in its record.
    #[error("the list of strings declares more text than it holds")]
    PromisedText,
    /// The list of strings cannot be followed.
    #[error("the list of strings is wrong")]
    Strings,
    /// A binary part does not consist of complete records.
    #[error("a part does not consist of whole records")]
    Records,
    /// A record is too short for its contents.
    #[error("a record is too short")]
    ShortRecord,
    /// A record is continued in too many other records.
    #[error("a record consists of too many pieces")]
    LongRecord,
    /// The workbook stream does not begin with a BOF record.
    #[error("the workbook does not begin where it should")]
    WorkbookStart,
    /// A sheet does not begin at its declared offset.
    #[error("a sheet does not begin where it should")]
    SheetStart,
    /// A sheet has no end.
    #[error("a sheet is cut off")]
    SheetEnd,
    /// Two sheets are declared to begin at the same offset.
    #[error("two sheets begin at the same place")]
    SheetTwice,
}
