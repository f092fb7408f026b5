//! Finds e-mail addresses and social media accounts in a text.

use std::sync::LazyLock;

use regex::Regex;

use super::folded::Folded;
use super::found::Found;
use super::words::{is_place, is_word};
use super::{Kind, compiled};

/// Common top-level domains, which distinguish an address from `aan @naam.van`.
const DOMAINS: &[&str] = &[
    "nl", "com", "org", "net", "eu", "be", "de", "info", "example", "online", "tr", "uk",
];

/// The first parts of social media addresses that do not lead to a person.
const SHARED: &[&str] = &[
    "company", "groups", "events", "pages", "watch", "hashtag", "search", "p",
];

macro_rules! at {
    () => {
        r" ?(?:@|[\[({<] ?(?:at|a|@|apenstaart(?:je)?) ?[\])}>]|[#*_-] ?at ?[#*_-]|apenstaart(?:je)?) ?"
    };
}
macro_rules! dot {
    () => {
        r"(?:\.| \. ?| ?[\[({<] ?(?:dot|punt|\.) ?[\])}>] ?| (?:dot|punt) )"
    };
}
macro_rules! platform {
    () => {
        "(?:insta(?:gram)?|snap(?:chat)?|tik ?tok|facebook|fb|twitter|telegram|whatsapp|linkedin|discord|youtube|roblox|tinder)"
    };
}

/// With the dot of the domain, or without any separators.
static EMAIL: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        r"(?:[\w.+'-]+(?: (?:punt|dot|streepje|underscore) | ?[\[({<] ?(?:punt|dot|\.) ?[\])}>] ?))*[\w.+'-]+(?:",
        at!(),
        r"[\w-]+(?:",
        dot!(),
        r"[a-z][\w-]+)+|(?:@|[\[({<](?:at|@)[\])}>])[a-z][\w-]+| at [\w-]+(?:(?: dot | punt |\.)[a-z][\w-]+)+)"
    ))
});

static ACCOUNT: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        r"\b",
        platform!(),
        r"(?P<called>[ -]?(?:account|naam|profiel|gebruikersnaam|username|user))?(?P<whose> van (?:haar|hem|mij|(?:het|de|haar|zijn) \p{L}+)(?: ?:| is| heet))?(?P<sign> ?[:=]| is| heet)?(?: (?:onder|met) de naam| onder| als| van)? (?P<handle>[\w][\w.-]*\w)"
    ))
});

/// The name of an account on whatever platform.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    compiled(r"\b(?:gebruikersnaam|accountnaam|username|nickname)(?: ?[:=]| is)? (?P<handle>\w[\w.-]*\w)")
});

/// A name in quotation marks, which may hold any sign: `account 'voorbeeld~08'`.
static QUOTED: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r#"\b(?:[a-z]+-?)?(?:account|accountnaam|gebruikersnaam|profielnaam|schermnaam|username|nickname|alias)(?: ?[:=]| is| heet| heette|,)?(?: met de naam| onder de naam| genaamd)?(?: ?[:=])? ?['"](?P<handle>[^\s'"]{3,40})['"]"#,
    )
});

// `@SUM(…)` is a formula that somebody typed, not an account.
static AT: LazyLock<Regex> = LazyLock::new(|| compiled(r"(?:^|[\s(:,;'/])(@\w[\w.]+\w)(?:[^\w(]|$)"));

static PAGE: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        r"(?:https?://)?(?:www\.|m\.)?",
        r"(?:instagram|facebook|fb|tiktok|snapchat|linkedin|twitter|x|t|youtube|telegram)\.(?:com|me|nl)/",
        r"(?:@|in/|add/|u/|user/|c/)?(?P<name>\w[\w.%-]+)/?"
    ))
});

pub(super) fn find_emails(text: &Folded, found: &mut Found) {
    if !["@", "at", "apenstaart"].iter().any(|sign| text.low.contains(sign)) {
        return;
    }
    for email in EMAIL.find_iter(&text.low) {
        // `instagram @naam` names an account; `aan naam @ voorbeeld.nl` is an address.
        let passage = email.as_str();
        let one_sided = passage.contains(" @") && !passage.contains("@ ");
        let domain = passage.rsplit(['.', ' ']).next().unwrap_or_default();
        if !one_sided || DOMAINS.contains(&domain) {
            found.add(Kind::Email, email.range());
        }
    }
}

pub(super) fn find_accounts(text: &Folded, found: &mut Found) {
    if text.low.contains('/') {
        for page in PAGE.captures_iter(&text.low) {
            if !SHARED.contains(&&page["name"]) {
                add(text, found, &page, "");
            }
        }
    }
    if text.low.contains('@') {
        for at in AT.captures_iter(&text.low) {
            if let Some(handle) = at.get(1) {
                found.add(Kind::SocialMedia, handle.range());
            }
        }
    }
    for named in NAMED
        .captures_iter(&text.low)
        .filter(|named| is_typed(&named["handle"]))
    {
        add(text, found, &named, "handle");
    }
    if text.low.contains(['\'', '"']) {
        for quoted in QUOTED.captures_iter(&text.low) {
            let handle = &quoted["handle"];
            if is_typed(handle) || !is_word(handle) && !is_place(handle) {
                add(text, found, &quoted, "handle");
            }
        }
    }
    for account in ACCOUNT.captures_iter(&text.low) {
        let handle = &account["handle"];
        let typed = is_typed(handle);
        let year = handle.len() == 4 && handle.starts_with("20");
        let said = account.name("called").is_some() || account.name("sign").is_some();
        let named = typed && !year && !is_page(handle) || said && !is_word(handle);
        // `WhatsApp: 24/7`.
        if named && handle.contains(char::is_alphabetic) {
            add(text, found, &account, "handle");
        }
    }
}

/// Whether this is no word but something made up to be typed: `voorbeeld_08`.
fn is_typed(handle: &str) -> bool {
    handle.contains(['_', '.']) || handle.contains(|c: char| c.is_ascii_digit())
}

/// Whether this is an ordinary page: `facebook www.voorbeeld.nl`.
fn is_page(handle: &str) -> bool {
    handle.starts_with("www.") || handle.rsplit('.').next() == Some("nl")
}

/// Adds the whole passage, or a group of it, with the surname that follows.
fn add(text: &Folded, found: &mut Found, captures: &regex::Captures, group: &str) {
    let passage = if group.is_empty() {
        captures.get(0)
    } else {
        captures.name(group)
    };
    let Some(passage) = passage else { return };
    let mut range = passage.range();
    let typed = &text.text[range.clone()];
    if !group.is_empty() && typed.starts_with(char::is_uppercase) {
        let rest = &text.text[range.end..];
        let surname = rest
            .strip_prefix(' ')
            .filter(|rest| rest.starts_with(char::is_uppercase));
        let length = surname.map_or(0, |name| {
            1 + name.find(|c: char| !c.is_alphabetic()).unwrap_or(name.len())
        });
        range.end += length;
    }
    found.add(Kind::SocialMedia, range);
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, redacted};

    #[test]
    fn an_address_is_found_however_it_is_punctuated() {
        for text in [
            "iemand@voorbeeld.nl",
            "iemand (at) voorbeeld.nl",
            "iemand[at]voorbeeld[dot]nl",
            "iemand apenstaartje voorbeeld punt nl",
            "iemand @ voorbeeld . nl",
            "iemand[punt]anders[at]voorbeeld[punt]nl",
        ] {
            assert_eq!(redacted(text), ("•••".to_owned(), vec![Kind::Email]), "{text}");
        }
    }

    #[test]
    fn a_platform_without_a_name_is_not_personal() {
        for text in [
            "campagne op Instagram in 2026",
            "facebook: bericht geplaatst",
            "linkedin.com/company/voorbeeld",
            "WhatsApp: 24/7",
            "Instagram van de GGD: campagne",
        ] {
            assert_eq!(redacted(text).1, [], "{text}");
        }
        assert_eq!(redacted("gebruikersnaam en wachtwoord").1, []);
        assert_eq!(redacted("(gebruikersnaam iemand_08)").1, [Kind::SocialMedia]);
        assert_eq!(redacted("account 'iemand~08'").0, "account '•••'");
        assert_eq!(redacted("het account 'beheer'").1, []);
        assert_eq!(redacted("insta: iemand_08").1, [Kind::SocialMedia]);
        assert_eq!(redacted("WhatsApp: iemand08").1, [Kind::SocialMedia]);
        assert_eq!(redacted("TikTok-account van haar: iem.x.07").1, [Kind::SocialMedia]);
        assert_eq!(redacted("op Snapchat onder de naam iemand_08").1, [Kind::SocialMedia]);
        assert_eq!(redacted("insta van het meisje is iem.x").1, [Kind::SocialMedia]);
        assert_eq!(redacted("op instagram @iemand").1, [Kind::SocialMedia]);
    }
}
