//! Takes the text of a source file; returns every path it uses, with `crate`, `self` and `super` resolved.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, File, Item, ItemMod, Macro, Meta, Path, UseTree, Visibility};

/// A source file: its path from the root of the repository, with `/`, and its text.
#[derive(Clone)]
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    /// The paths it uses: `crate::…` for modules of its own crate, others as written. Macros end in `!`.
    pub fn paths(&self) -> BTreeSet<String> {
        let mut paths = Paths {
            module: module_of(&self.path),
            found: BTreeSet::new(),
        };
        paths.visit_file(&self.syntax());
        paths.found
    }

    /// Its module, such as `crate::answers::region`.
    pub fn module(&self) -> String {
        in_crate(&module_of(&self.path))
    }

    /// What it declares by `pub use`: the path by which others find it, and where it is.
    pub fn passed_on(&self) -> Vec<(String, String)> {
        let module = module_of(&self.path);
        let mut found = Vec::new();
        for item in self.syntax().items {
            let Item::Use(item) = item else { continue };
            if matches!(item.vis, Visibility::Inherited) {
                continue;
            }
            // What starts with the name of a module in this one is looked for here.
            let mut paths = Paths {
                module: module.clone(),
                found: BTreeSet::new(),
            };
            paths.note_tree(&mut vec!["self".to_owned()], &item.tree);
            for path in paths.found {
                let name = path.rsplit("::").next().unwrap_or_default();
                let here = in_crate(&module) + "::" + name;
                // A macro of this very file is passed on under its own path.
                if here != path {
                    found.push((here, path));
                }
            }
        }
        found
    }

    /// The same file up to its unit tests.
    pub fn without_tests(&self) -> Self {
        let text = self.text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        Self {
            path: self.path.clone(),
            text: text.to_owned(),
        }
    }

    fn syntax(&self) -> File {
        syn::parse_file(&self.text).unwrap_or_else(|error| panic!("{}: {error}", self.path))
    }

    /// Whether it is in one of these places: files, or folders that end in `/`.
    pub fn is_in(&self, places: &[String]) -> bool {
        places.iter().any(|place| self.path.starts_with(place.as_str()))
    }
}

/// The module of a file, such as `[answers, region]` for `src/answers/region.rs`.
fn module_of(path: &str) -> Vec<String> {
    let inside = path.split_once("src/").map_or(path, |(_, inside)| inside);
    let mut module: Vec<String> = inside.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    module.pop_if(|last| matches!(last.as_str(), "mod" | "lib" | "main"));
    module
}

fn in_crate(module: &[String]) -> String {
    let segments: Vec<&str> = std::iter::once("crate")
        .chain(module.iter().map(String::as_str))
        .collect();
    segments.join("::")
}

struct Paths {
    module: Vec<String>,
    found: BTreeSet<String>,
}

impl Paths {
    fn note(&mut self, segments: &[String]) {
        let mut rest = segments;
        let mut base = match segments.first().map(String::as_str) {
            Some("self" | "super") => self.module.clone(),
            Some("crate") => Vec::new(),
            _ => {
                self.found.insert(segments.join("::"));
                return;
            }
        };
        while let Some((first, after)) = rest.split_first() {
            match first.as_str() {
                "super" => {
                    base.pop();
                }
                "crate" => base.clear(),
                "self" => {}
                _ => break,
            }
            rest = after;
        }
        base.extend(rest.iter().cloned());
        self.found.insert(in_crate(&base));
    }

    fn note_tree(&mut self, before: &mut Vec<String>, tree: &UseTree) {
        match tree {
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.note_tree(before, &path.tree);
                before.pop();
            }
            UseTree::Name(name) => self.note_last(before, &name.ident.to_string()),
            UseTree::Rename(rename) => self.note_last(before, &rename.ident.to_string()),
            UseTree::Glob(_) => self.note(before),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.note_tree(before, tree)),
        }
    }

    fn note_last(&mut self, before: &mut Vec<String>, last: &str) {
        if last == "self" {
            return self.note(before);
        }
        before.push(last.to_owned());
        self.note(before);
        before.pop();
    }

    /// The paths in the tokens of a macro, which cannot be parsed as syntax yet.
    fn note_words(&mut self, words: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut joined = false;
        for word in words {
            match word {
                TokenTree::Ident(ident) => {
                    if !joined {
                        self.note_in_code(&std::mem::take(&mut path));
                    }
                    path.push(ident.to_string());
                    joined = false;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => joined = true,
                TokenTree::Group(group) => {
                    self.note_in_code(&std::mem::take(&mut path));
                    self.note_words(group.stream());
                }
                _ => self.note_in_code(&std::mem::take(&mut path)),
            }
        }
        self.note_in_code(&path);
    }

    /// A single word is a variable, a local type or something imported.
    fn note_in_code(&mut self, segments: &[String]) {
        if segments.len() > 1 {
            self.note(segments);
        }
    }
}

impl<'a> Visit<'a> for Paths {
    fn visit_item_use(&mut self, item: &'a syn::ItemUse) {
        self.note_tree(&mut Vec::new(), &item.tree);
    }

    fn visit_item_extern_crate(&mut self, item: &'a syn::ItemExternCrate) {
        self.note(&[item.ident.to_string()]);
    }

    fn visit_path(&mut self, path: &'a Path) {
        let segments: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.note_in_code(&segments);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &'a Macro) {
        if let Some(name) = called.path.segments.last() {
            self.found.insert(format!("{}!", name.ident));
        }
        visit::visit_path(self, &called.path);
        self.note_words(called.tokens.clone());
    }

    fn visit_attribute(&mut self, attribute: &'a Attribute) {
        if let Meta::List(list) = &attribute.meta {
            self.note_words(list.tokens.clone());
        }
    }

    fn visit_item_mod(&mut self, module: &'a ItemMod) {
        self.module.push(module.ident.to_string());
        visit::visit_item_mod(self, module);
        self.module.pop();
    }
}
