//! The part in which a workbook recomputes its own figures. Only its text is here: other formats cannot compute.

use crate::report::outline::{Block, Part, RegionPart};

pub(super) fn part() -> Part {
    Part {
        key: RegionPart::Recalculation.into(),
        title: "Controle".to_owned(),
        blocks: vec![Block::Text(vec![
            "Formules rekenen de cijfers van stappen en thema's na uit het blad Vragen. Elk verschil hoort 0 te zijn en elk oordeel ▲ klopt; wie een cijfer aanpast, ziet dat hier.".to_owned(),
        ])],
    }
}
