//! Takes days with something on them; returns a calendar file that calendar programs import (iCalendar, RFC 5545).

use super::GENERATED_BY;
use crate::questionnaire::Date;

/// The number of bytes in a line, without its end.
const LONGEST: usize = 75;

/// Something on a day.
pub(super) struct Event {
    /// Tells it apart from all others, and stays the same when the file is made again.
    pub(super) uid: String,
    pub(super) day: Date,
    /// What it is, on one line.
    pub(super) summary: String,
    /// More about it, in lines.
    pub(super) description: String,
}

/// Writes a calendar, dated `made`. A calendar has at least one event.
pub(super) fn write(name: &str, events: &[Event], made: Date) -> String {
    let mut lines = Lines(String::new());
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", &escaped(&format!("-//ketenscan//{GENERATED_BY}//NL")));
    lines.add("X-WR-CALNAME", &escaped(name));
    for event in events {
        lines.add("BEGIN", "VEVENT");
        lines.add("UID", &escaped(&event.uid));
        lines.add("DTSTAMP", &format!("{}T000000Z", day(made)));
        // A whole day ends where the next begins.
        lines.add("DTSTART;VALUE=DATE", &day(event.day));
        lines.add("DTEND;VALUE=DATE", &day(event.day.next()));
        lines.add("SUMMARY", &escaped(&event.summary));
        lines.add("DESCRIPTION", &escaped(&event.description));
        // Nobody is busy all day because of it.
        lines.add("TRANSP", "TRANSPARENT");
        lines.add("END", "VEVENT");
    }
    lines.add("END", "VCALENDAR");
    lines.0
}

fn day(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year, date.month, date.day)
}

/// A text as a value, on one line.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => value.extend(['\\', c]),
            '\n' => value.push_str("\\n"),
            c if c.is_control() => {}
            c => value.push(c),
        }
    }
    value
}

struct Lines(String);

impl Lines {
    /// Adds a property. What does not fit on a line goes on after a space on the next.
    fn add(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if length + c.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_short_and_texts_come_back_whole() {
        let text = "Één; twee, drie \\ vier\nen nog heel veel meer ë".repeat(5);
        let made = Date {
            year: 2026,
            month: 12,
            day: 31,
        };
        let event = Event {
            uid: "a-1@ketenscan".to_owned(),
            day: made,
            summary: "Klaar?".to_owned(),
            description: text.clone(),
        };
        let file = write("Plan", &[event], made);
        assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && file.ends_with("END:VCALENDAR\r\n"));
        let lines: Vec<&str> = file.split("\r\n").collect();
        assert!(lines.iter().all(|line| line.len() <= LONGEST), "{file}");
        assert!(lines.contains(&"DTSTART;VALUE=DATE:20261231") && lines.contains(&"DTEND;VALUE=DATE:20270101"));
        assert!(lines.contains(&"DTSTAMP:20261231T000000Z"));
        let unfolded = file.replace("\r\n ", "");
        let value = unfolded
            .lines()
            .find_map(|line| line.strip_prefix("DESCRIPTION:"))
            .unwrap();
        let mut back = String::new();
        let mut letters = value.chars();
        while let Some(c) = letters.next() {
            back.push(match c {
                '\\' => match letters.next().unwrap() {
                    'n' => '\n',
                    c => c,
                },
                c => c,
            });
        }
        assert_eq!(back, text);
    }
}
