//! What holds for the repository itself: its sources, its documents, and these tests.

mod architecture;
mod declared;
mod features;
mod links;
mod manual;
mod sources;
