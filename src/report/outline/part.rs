//! The parts of reports and comparisons: their names, their order, and where each of them belongs.

use crate::report::sharing::Audience;

/// What the HTML page does with a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnPage {
    /// Shows it in full.
    Whole,
    /// Says that the workbook has it, for filtering, filling in or looking up.
    Named,
    /// Does not mention it.
    Absent,
}

/// What the workbook prints of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnPaper {
    /// All of it.
    Whole,
    /// Its heading, and a line that says that it is for the screen: it is too long to be read on paper.
    Heading,
}

/// Identifies a part of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKey {
    /// Part of a region's report.
    Region(RegionPart),
    /// Part of a comparison.
    Comparison(ComparisonPart),
    /// The report of a municipality for itself.
    Municipality,
    /// What that municipality answered.
    MunicipalityAnswers,
    /// Part of the letter for council and aldermen.
    Letter(LetterPart),
    /// Part of the page that says how far a plan is.
    Progress(ProgressPart),
}

/// Declares the parts of a document, in order, each of which is a sheet of its workbook. Each has a name, says what the
/// page does with it and what of it is printed, and has a widest audience; so no part can be missing from the order or be
/// left undecided.
macro_rules! parts {
    ($(#[$about:meta])* $key:ident is PartKey::$kind:ident; $($(#[$what:meta])* $part:ident: $name:literal, $page:ident, $paper:ident, $audience:ident;)+) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $key {
            $($(#[$what])* $part,)+
        }

        impl $key {
            /// All parts, in the order of the document.
            pub const ALL: &'static [Self] = &[$(Self::$part),+];

            /// Short name, suitable for a sheet.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$part => $name,)+
                }
            }

            /// What the page does with it.
            #[must_use]
            pub fn on_page(self) -> OnPage {
                match self {
                    $(Self::$part => OnPage::$page,)+
                }
            }

            /// What the workbook prints of it.
            #[must_use]
            pub fn on_paper(self) -> OnPaper {
                match self {
                    $(Self::$part => OnPaper::$paper,)+
                }
            }

            /// The widest audience that may see it.
            #[must_use]
            pub fn audience(self) -> Audience {
                match self {
                    $(Self::$part => Audience::$audience,)+
                }
            }
        }

        impl From<$key> for PartKey {
            fn from(part: $key) -> Self {
                PartKey::$kind(part)
            }
        }
    };
}

parts! {
    /// The parts of a region's report.
    RegionPart is PartKey::Region;
    /// How the region is doing, where cases stall, what to do first.
    Summary: "Samenvatting", Whole, Whole, Anyone;
    /// The steps of the chain.
    Steps: "Stappen", Whole, Whole, Anyone;
    /// The themes.
    Themes: "Thema's", Whole, Whole, Anyone;
    /// Steps by themes.
    Matrix: "Matrix", Whole, Whole, Anyone;
    /// Where a case of each practice stalls.
    Practices: "Verschijningsvormen", Whole, Whole, Anyone;
    /// Each municipality's own answers.
    Municipalities: "Gemeenten", Named, Whole, Region;
    /// Points to discuss.
    Agenda: "Gespreksagenda", Named, Whole, Anyone;
    /// The improvement plan.
    Plan: "Verbeterplan", Named, Whole, Anyone;
    /// Every row with its figures.
    Questions: "Vragen", Named, Heading, Anyone;
    /// What the sources ask.
    Recommendations: "Routekaart", Named, Heading, Anyone;
    /// The workbooks, and the problems found in them.
    Quality: "Datakwaliteit", Named, Whole, Region;
    /// The source of each answer.
    Provenance: "Herkomst", Named, Heading, Region;
    /// The figures recomputed by the program that opens the workbook.
    Recalculation: "Controle", Absent, Heading, Region;
    /// How the figures were computed.
    Methodology: "Verantwoording", Whole, Whole, Anyone;
}

parts! {
    /// The parts of a comparison.
    ComparisonPart is PartKey::Comparison;
    /// All regions, each in a row.
    Overview: "Overzicht", Whole, Whole, Anyone;
    /// What changed and why.
    Summary: "Samenvatting", Whole, Whole, Anyone;
    /// The steps over the years.
    Development: "Ontwikkeling", Whole, Whole, Anyone;
    /// Each change in its four parts.
    Changes: "Verandering", Whole, Whole, Anyone;
    /// What became of the plans.
    Plan: "Verbeterplan", Whole, Whole, Region;
    /// The regions of one year compared.
    Mirror: "Spiegel", Whole, Whole, Anyone;
    /// What the comparison is based on.
    Comparability: "Vergelijkbaarheid", Named, Whole, Anyone;
    /// How the figures were computed.
    Methodology: "Verantwoording", Whole, Whole, Anyone;
}

parts! {
    /// The parts of the letter for council and aldermen, a document of its own.
    LetterPart is PartKey::Letter;
    /// What the scan is, and who took part.
    About: "Waar het over gaat", Absent, Whole, Anyone;
    /// The main findings.
    Findings: "Wat de scan laat zien", Absent, Whole, Anyone;
    /// Where a case of each practice stalls.
    Chain: "Waar de keten vasthoudt", Absent, Whole, Anyone;
    /// What council and aldermen are asked to decide.
    Decisions: "Wat wij u vragen te besluiten", Absent, Whole, Anyone;
    /// What the scan does not show.
    Unknown: "Wat nog niet bekend is", Absent, Whole, Anyone;
    /// Where people find help.
    Help: "Hulp en advies", Absent, Whole, Anyone;
}

parts! {
    /// The parts of the page that says how far a plan is, a document of its own.
    ProgressPart is PartKey::Progress;
    /// How many points are done, under way or yet to start.
    Standing: "Stand van het plan", Whole, Whole, Region;
    /// The points of which the date is past, and those without an owner or a date.
    Attention: "Om te bespreken", Whole, Whole, Region;
    /// What moved since an earlier copy.
    Since: "Wat er veranderde", Whole, Whole, Region;
    /// The points of each owner.
    Owners: "Afspraken per eigenaar", Whole, Whole, Region;
    /// All points, by status.
    Points: "Alle punten", Whole, Whole, Region;
}

impl PartKey {
    /// Short name, suitable for a sheet.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            PartKey::Region(part) => part.name(),
            PartKey::Comparison(part) => part.name(),
            PartKey::Municipality => "In het kort",
            PartKey::MunicipalityAnswers => "Eigen antwoorden",
            PartKey::Letter(part) => part.name(),
            PartKey::Progress(part) => part.name(),
        }
    }

    /// What the HTML page does with it.
    #[must_use]
    pub fn on_page(self) -> OnPage {
        match self {
            PartKey::Region(part) => part.on_page(),
            PartKey::Comparison(part) => part.on_page(),
            PartKey::Municipality | PartKey::MunicipalityAnswers => OnPage::Whole,
            PartKey::Letter(part) => part.on_page(),
            PartKey::Progress(part) => part.on_page(),
        }
    }

    /// What the workbook prints of it.
    #[must_use]
    pub fn on_paper(self) -> OnPaper {
        match self {
            PartKey::Region(part) => part.on_paper(),
            PartKey::Comparison(part) => part.on_paper(),
            PartKey::Municipality | PartKey::MunicipalityAnswers => OnPaper::Whole,
            PartKey::Letter(part) => part.on_paper(),
            PartKey::Progress(part) => part.on_paper(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANUAL: &str = include_str!("../../../docs/handleiding.md");

    #[test]
    fn the_manual_explains_every_part_of_a_report_in_its_order() {
        let names: Vec<&str> = RegionPart::ALL.iter().map(|part| part.name()).collect();
        let headings = MANUAL.lines().filter_map(|line| line.strip_prefix("### "));
        let found: Vec<&str> = headings.filter(|heading| names.contains(heading)).collect();
        assert_eq!(found, names);
    }

    #[test]
    fn names_fit_a_sheet_and_are_unique() {
        let of_region: Vec<&str> = RegionPart::ALL.iter().map(|part| part.name()).collect();
        let of_comparison: Vec<&str> = ComparisonPart::ALL.iter().map(|part| part.name()).collect();
        for names in [of_region, of_comparison] {
            for (index, name) in names.iter().enumerate() {
                assert!(name.chars().count() <= 31, "{name}");
                assert!(!names[..index].contains(name), "{name} stands twice");
            }
        }
    }
}
