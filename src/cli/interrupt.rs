//! A calm end when the user breaks off: the file that is being written is finished, and no other begun.

use std::process;
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use super::messages::tell;

/// Held by who writes a file, for as long as it is not whole.
static WRITING: RwLock<()> = RwLock::new(());

/// What a shell expects of a program that Ctrl-C ended: 128 and the number of the signal.
const INTERRUPTED: i32 = 130;

/// From now on Ctrl-C, or a request to end, waits for files that are half written, says a word and ends the run.
pub fn listen() {
    let listening = ctrlc::set_handler(|| {
        // Never given back: who would write more waits until the run is over.
        let _all = WRITING.write().unwrap_or_else(PoisonError::into_inner);
        tell!("\nAfgebroken. Bestanden die er al stonden of af waren, zijn heel.");
        process::exit(INTERRUPTED);
    });
    // The system then ends the run at once; a file appears whole or not at all either way.
    if let Err(error) = listening {
        tell!(
            "Let op: afbreken met Ctrl-C stopt meteen, zonder te wachten op een bestand dat half klaar is ({error})."
        );
    }
}

/// Keeps the run from ending before what follows is done.
pub fn hold() -> RwLockReadGuard<'static, ()> {
    WRITING.read().unwrap_or_else(PoisonError::into_inner)
}
