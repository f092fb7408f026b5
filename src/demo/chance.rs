//! Pseudo-random numbers that are always the same for the same purpose, so that the demo is too.

/// A number from 0 up to but not including 1 that depends only on these words.
pub(super) fn chance(words: &[&str]) -> f64 {
    // FNV-1a, then the finalising steps of SplitMix64: random enough for a demo.
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in words.join("/").bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^= hash >> 31;
    (hash >> 11) as f64 / (1u64 << 53) as f64
}

/// A number between two bounds that depends only on these words.
pub(super) fn between(low: f64, high: f64, words: &[&str]) -> f64 {
    low + (high - low) * chance(words)
}
