//! `demo`
use crate::cli::{Outcome, args::DemoArgs, error::Error, messages::Messages};
pub fn run(_args: &DemoArgs, _messages: &Messages) -> Result<Outcome, Error> {
    Ok(Outcome::Done)
}
