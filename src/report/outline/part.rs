//! The parts of reports and comparisons: what each is called and where it belongs; a part in, these out.

use crate::report::sharing::Audience;

/// What the page of a report does with a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnPage {
    /// It tells it in full.
    Whole,
    /// It leaves it to the workbook, and says that the workbook has it: to filter, to fill in or to look up.
    Named,
    /// It does not speak of it.
    Absent,
}

/// Which part of a document it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKey {
    /// Part of a region's report.
    Region(RegionPart),
    /// Part of a comparison.
    Comparison(ComparisonPart),
    /// What one municipality gets back.
    Municipality,
}

/// A list of parts in the order of the document. Each says what it is called, what the page does with it, and
/// the widest audience that gets it; so no part can be left out of the order or go undecided.
macro_rules! parts {
    ($(#[$about:meta])* $key:ident is PartKey::$kind:ident; $($(#[$what:meta])* $part:ident: $name:literal, $page:ident, $audience:ident;)+) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $key {
            $($(#[$what])* $part,)+
        }

        impl $key {
            /// All of them, in the order of the document.
            pub const ALL: &'static [Self] = &[$(Self::$part),+];

            /// Short name, fit for a sheet.
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

            /// The widest audience that gets it.
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
    /// How do we stand, where does it stall, what first.
    Summary: "Samenvatting", Whole, Anyone;
    /// The steps of the chain.
    Steps: "Stappen", Whole, Anyone;
    /// The themes.
    Themes: "Thema's", Whole, Anyone;
    /// Steps by themes.
    Matrix: "Matrix", Whole, Anyone;
    /// Where a case of each practice stalls.
    Practices: "Verschijningsvormen", Whole, Anyone;
    /// Each municipality's own answers.
    Municipalities: "Gemeenten", Named, Anyone;
    /// What there is to discuss.
    Agenda: "Gespreksagenda", Named, Anyone;
    /// The improvement plan.
    Plan: "Verbeterplan", Named, Anyone;
    /// Every row with its figures.
    Questions: "Vragen", Named, Anyone;
    /// What the sources ask.
    Recommendations: "Routekaart", Named, Anyone;
    /// The workbooks, and what was found in them.
    Quality: "Datakwaliteit", Named, Region;
    /// Where each answer came from.
    Provenance: "Herkomst", Named, Region;
    /// The figures worked out once more, by the program that opens the workbook.
    Control: "Controle", Absent, Anyone;
    /// How the figures came about.
    Justification: "Verantwoording", Whole, Anyone;
}

parts! {
    /// The parts of a comparison, of which there is no page.
    ComparisonPart is PartKey::Comparison;
    /// What changed and why.
    Summary: "Samenvatting", Absent, Anyone;
    /// The steps over the years.
    Development: "Ontwikkeling", Absent, Anyone;
    /// Each change in its four parts.
    Changes: "Verandering", Absent, Anyone;
    /// What became of the plans.
    Plan: "Verbeterplan", Absent, Anyone;
    /// The regions of one year beside one another.
    Mirror: "Spiegel", Absent, Anyone;
    /// What the comparison rests on.
    Comparability: "Vergelijkbaarheid", Absent, Anyone;
    /// How the figures came about.
    Justification: "Verantwoording", Absent, Anyone;
}

impl PartKey {
    /// Short name, fit for a sheet.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            PartKey::Region(part) => part.name(),
            PartKey::Comparison(part) => part.name(),
            PartKey::Municipality => "Gemeente",
        }
    }

    /// What the page does with it.
    #[must_use]
    pub fn on_page(self) -> OnPage {
        match self {
            PartKey::Region(part) => part.on_page(),
            PartKey::Comparison(part) => part.on_page(),
            PartKey::Municipality => OnPage::Whole,
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
        let told: Vec<&str> = headings.filter(|heading| names.contains(heading)).collect();
        assert_eq!(told, names);
    }

    #[test]
    fn names_fit_a_sheet_and_differ() {
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
