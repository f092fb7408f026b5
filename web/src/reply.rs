//! Takes what an order led to and the files it made; returns them as one piece of memory.
//!
//! Its length (four bytes, the lowest first), the length of the head (likewise), the head in JSON, and the contents of
//! the files that the head names under `outputs`, one after another.

use ketenscan::jobs::Output;
use serde::Serialize;
use serde_json::{Value, json};

/// An answer to an order.
#[derive(Debug)]
pub struct Reply {
    /// What it says.
    pub head: Value,
    /// The files that were made. The last may be a zip with all of them.
    pub outputs: Vec<Output>,
}

impl Reply {
    /// An answer without files.
    pub(crate) fn of(head: &impl Serialize) -> Self {
        Self::with(head, Vec::new())
    }

    /// An answer with files.
    pub(crate) fn with(head: &impl Serialize, outputs: Vec<Output>) -> Self {
        let head = serde_json::to_value(head);
        Self {
            head: head.unwrap_or_else(|error| json!({ "refused": error.to_string() })),
            outputs,
        }
    }

    /// The answer as one piece of memory.
    pub(crate) fn packed(mut self) -> Vec<u8> {
        let file = |output: &Output| json!({ "name": output.name, "length": output.bytes.len() });
        self.head["outputs"] = self.outputs.iter().map(file).collect();
        let head = self.head.to_string().into_bytes();
        let files: usize = self.outputs.iter().map(|output| output.bytes.len()).sum();
        let whole = 8 + head.len() + files;
        let mut packed = Vec::with_capacity(whole);
        packed.extend((whole as u32).to_le_bytes());
        packed.extend((head.len() as u32).to_le_bytes());
        packed.extend(head);
        for output in self.outputs {
            packed.extend(output.bytes);
        }
        packed
    }
}
