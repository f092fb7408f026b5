//! The binary: takes the arguments, returns the exit status.

#![cfg_attr(
    not(test),
    warn(
        clippy::expect_used,
        clippy::panic,
        clippy::print_stderr,
        clippy::print_stdout,
        clippy::unwrap_used
    )
)]

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
