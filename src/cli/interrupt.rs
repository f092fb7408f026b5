//! An orderly end when the user interrupts the run: the file being written is finished, and no other is begun.

use std::process;
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use super::messages::tell;

/// Read-locked by each writer for as long as its file is incomplete.
static WRITING: RwLock<()> = RwLock::new(());

/// The exit status that shells expect of a program ended by Ctrl-C: 128 plus the number of the signal.
const INTERRUPTED: i32 = 130;

/// From now on Ctrl-C, or a request to terminate, waits for files being written, prints a message and ends the run.
pub fn listen() {
    let listening = ctrlc::set_handler(|| {
        // Never released, so that anybody who wants to write waits until the run is over.
        let _all = WRITING.write().unwrap_or_else(PoisonError::into_inner);
        tell!("\nAfgebroken. Bestanden die er al stonden of af waren, zijn heel.");
        process::exit(INTERRUPTED);
    });
    // Without a handler the system ends the run at once, but files are still complete or absent.
    if let Err(error) = listening {
        tell!(
            "Let op: afbreken met Ctrl-C stopt meteen, zonder te wachten op een bestand dat half klaar is ({error})."
        );
    }
}

/// Keeps the run from ending while the returned guard exists.
pub fn hold() -> RwLockReadGuard<'static, ()> {
    WRITING.read().unwrap_or_else(PoisonError::into_inner)
}
