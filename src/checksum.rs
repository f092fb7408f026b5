//! Takes bytes; returns their SHA-256 in hexadecimal, as it is shown and stored everywhere.

use sha2::{Digest, Sha256};

/// The SHA-256 of parts that follow one another, as 64 hexadecimal digits.
pub(crate) fn sha256<P: AsRef<[u8]>>(parts: impl IntoIterator<Item = P>) -> String {
    let mut sum = Sha256::new();
    for part in parts {
        sum.update(part);
    }
    let bytes = sum.finalize();
    bytes
        .iter()
        .fold(String::with_capacity(64), |hex, byte| hex + &format!("{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_have_the_checksum_of_the_whole() {
        // The example of FIPS 180-2.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256(["abc"]), abc);
        assert_eq!(sha256(["a", "", "bc"]), abc);
    }
}
