//! What holds for the repository itself: its sources, its documents, and these tests.

mod architecture;
mod features;
mod manual;
mod rooms;
mod sources;
