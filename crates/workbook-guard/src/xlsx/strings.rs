//! Takes the list of strings of an xlsx package; returns how many there are, and each of them as one plain text.

use std::borrow::Cow;
use std::collections::BTreeMap;

use memchr::memmem;

use super::one_piece::OnePiece;
use super::rich_text::RichText;
use crate::looks::Runs;
use crate::xml::{Element, Visitor, push_escaped, walk};
use crate::{Bound, Damage, Refusal};

/// The strings that cells refer to.
#[derive(Debug, Default)]
pub(crate) struct Strings<'t> {
    /// How many there are.
    pub(crate) count: usize,
    /// Their elements, one after another.
    pub(crate) items: Cow<'t, str>,
    /// The strings that do not look as their cell does.
    pub(crate) runs: BTreeMap<usize, Runs>,
}

impl Strings<'_> {
    /// Each of them as it reads; `None` if one is written in a way that only a parser can read.
    pub(crate) fn texts(&self) -> Option<Vec<String>> {
        let (mut texts, mut rest) = (Vec::with_capacity(self.count), &*self.items);
        while !rest.is_empty() {
            let (string, after) = simple_string(rest)?;
            texts.push(string.read()?.into_owned());
            rest = after;
        }
        Some(texts)
    }
}

/// Reads the part. If every string is a single plain text, the elements are handed on as they are.
pub(crate) fn strings(text: &str) -> Result<Strings<'_>, Refusal> {
    let mut list = List {
        longest: text.len(),
        ..List::default()
    };
    if let Some((head, count, items)) = simple_strings(text) {
        Bound::Strings.hold(count)?;
        walk(&format!("{head}{CLOSE}"), &mut list)?;
        if list.count == 0 {
            let (items, runs) = (Cow::Borrowed(items), BTreeMap::new());
            return Ok(Strings { count, items, runs });
        }
        list = List {
            longest: text.len(),
            ..List::default()
        };
    }
    walk(text, &mut list)?;
    Ok(Strings {
        count: list.count,
        items: Cow::Owned(list.items),
        runs: list.runs,
    })
}

/// The text before the strings of a list, the number of strings, and the strings themselves, provided that each is a
/// single plain text. This saves one pass over what is often the largest part.
fn simple_strings(text: &str) -> Option<(&str, usize, &str)> {
    let (head, items) = text.split_at(memmem::find(text.as_bytes(), b"<si>")?);
    let (mut count, mut rest) = (0, items);
    while let Some((_, after)) = simple_string(rest) {
        count += 1;
        rest = after;
    }
    (rest.trim_end() == CLOSE).then(|| (head, count, &items[..items.len() - rest.len()]))
}

/// The string at the start of a text, if it is a single plain text, and what follows it.
fn simple_string(text: &str) -> Option<(OnePiece<'_>, &str)> {
    let (string, after) = OnePiece::first(text.strip_prefix("<si>")?)?;
    Some((string, after.strip_prefix("</si>")?))
}

const CLOSE: &str = "</sst>";

#[derive(Default)]
struct List {
    longest: usize,
    count: usize,
    depth: usize,
    /// The depth of the open string element.
    string: Option<usize>,
    rich: RichText,
    items: String,
    runs: BTreeMap<usize, Runs>,
}

impl Visitor for List {
    fn open(&mut self, element: &Element) -> Result<(), Refusal> {
        self.depth += 1;
        if self.string.is_some() {
            return self.rich.open(element);
        }
        match element.local() {
            "sst" => self.promised_strings(element)?,
            "si" => {
                Bound::Strings.add(&mut self.count, 1)?;
                self.string = Some(self.depth);
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), Refusal> {
        if self.string == Some(self.depth) {
            self.string = None;
            let (text, runs) = self.rich.take();
            if runs != Runs::OfTheCell {
                self.runs.insert(self.count - 1, runs);
            }
            self.items.push_str("<si><t xml:space=\"preserve\">");
            push_escaped(&mut self.items, &text);
            self.items.push_str("</t></si>");
        } else if self.string.is_some() {
            self.rich.close();
        }
        self.depth -= 1;
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Refusal> {
        self.rich.text(text);
        Ok(())
    }
}

impl List {
    /// A list that declares more strings than could fit in it is damaged.
    fn promised_strings(&self, element: &Element) -> Result<(), Refusal> {
        const SHORTEST: usize = "<si/>".len();
        let Some(promised) = element.attribute("uniqueCount")? else {
            return Ok(());
        };
        // A count that is not a number declares nothing.
        let Ok(promised) = promised.parse::<usize>() else {
            return Ok(());
        };
        Bound::Strings.hold(promised)?;
        if promised > self.longest / SHORTEST {
            return Err(Refusal::Damaged(Damage::PromisedStrings));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(part: &str) -> String {
        strings(part).unwrap().items.into_owned()
    }

    #[test]
    fn simple_strings_are_handed_on_as_they_are() {
        let body = "<si><t>a &lt; b</t></si><si><t xml:space=\"preserve\"> c </t></si><si><t/></si>";
        let part = format!("<?xml version='1.0'?><sst uniqueCount='3'>{body}</sst>\n");
        let read = strings(&part).unwrap();
        assert!(matches!(read.items, Cow::Borrowed(items) if items == body));
        assert_eq!(read.count, 3);
    }

    #[test]
    fn other_strings_become_one_plain_text_each() {
        let text = |text: &str| format!("<si><t xml:space=\"preserve\">{text}</t></si>");
        for (part, expected) in [
            ("<sst><si><t><![CDATA[a<b]]></t></si></sst>", text("a&lt;b")),
            ("<sst><si><t>a<!-- b -->c</t></si></sst>", text("ac")),
            ("<sst><si>\n <t> a </t>\n</si></sst>", text("a")),
            (
                "<sst><si><r><t>a</t></r><r><rPr/><t xml:space='preserve'> b</t></r></si></sst>",
                text("a b"),
            ),
            (
                "<sst><si><t>a</t><rPh><t>b</t></rPh></si><si/></sst>",
                text("a") + &text(""),
            ),
            ("<x:sst><x:si><x:t>a&#10;b</x:t></x:si></x:sst>", text("a&#10;b")),
            ("<sst><!-- <si> --><si><t>a</t></si></sst>", text("a")),
        ] {
            assert_eq!(items(part), expected, "{part}");
        }
    }

    #[test]
    fn what_is_struck_out_is_left_out_unless_it_is_all() {
        let run = |strike: &str, text: &str| format!("<r><rPr>{strike}</rPr><t xml:space='preserve'>{text}</t></r>");
        for (item, text, runs) in [
            (run("<strike/>", "2") + &run("", " 4"), " 4", Runs::OfTheirOwn),
            (run("<strike/>", "2") + "<r><t>4</t></r>", "4", Runs::OfTheirOwn),
            (
                "<r><t>1</t></r>".to_owned() + &run("<strike val='1'/>", "2") + &run("<b/>", "3"),
                "13",
                Runs::OfTheirOwn,
            ),
            (run("<strike/>", "2") + &run("", " "), "2 ", Runs::Struck),
            (run("<strike val='false'/>", "2"), "2", Runs::OfTheirOwn),
            ("<t>2</t>".to_owned(), "2", Runs::OfTheCell),
        ] {
            let part = format!("<sst><si/><si>{item}</si></sst>");
            let read = strings(&part).unwrap();
            assert!(
                read.items
                    .ends_with(&format!("<si><t xml:space=\"preserve\">{text}</t></si>")),
                "{item}"
            );
            assert_eq!(read.runs.get(&1).copied().unwrap_or_default(), runs, "{item}");
            assert_eq!(read.runs.get(&0), None);
        }
    }

    #[test]
    fn strings_are_not_promised_beyond_the_part() {
        assert!(strings("<sst uniqueCount='2'><si/><si/></sst>").is_ok());
        for (part, refusal) in [
            ("<sst uniqueCount='1000000000'/>", Refusal::TooLarge(Bound::Strings)),
            ("<sst uniqueCount='1000'/>", Refusal::Damaged(Damage::PromisedStrings)),
            ("<sst><si><t>a</t></si>", Refusal::Damaged(Damage::IllFormed)),
            ("<sst><si><t>a</si></t></sst>", Refusal::Damaged(Damage::IllFormed)),
            ("<a><si><t>a</t></si></sst>", Refusal::Damaged(Damage::IllFormed)),
        ] {
            assert_eq!(strings(part).unwrap_err(), refusal, "{part}");
        }
        let many = format!("<sst>{}</sst>", "<si><t></t></si>".repeat(200_001));
        assert_eq!(strings(&many).unwrap_err(), Refusal::TooLarge(Bound::Strings));
    }
}
