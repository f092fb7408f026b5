//! The command line: arguments in, exit status out.

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
