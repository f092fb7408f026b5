//! What JavaScript calls: takes the places of bytes in the module's own memory; returns the place of an answer.
//!
//! JavaScript and the module share nothing but this memory, so bytes are passed by their place and length. That takes
//! `unsafe`, which is why this file is the only one that may use it. Whoever calls keeps to one rule: a place comes from
//! [`ketenscan_room`] or [`ketenscan_call`], is used with the length that belongs to it, and is handed over once.
#![allow(
    unsafe_code,
    reason = "bytes are passed by their place in memory, and the functions need fixed names"
)]

use std::cell::RefCell;
use std::ptr::slice_from_raw_parts_mut;

use crate::session::Session;

thread_local! {
    /// There is one session for each instance of the module, which has one thread.
    static SESSION: RefCell<Session> = RefCell::new(Session::new());
}

/// Room for this many bytes, for the caller to fill.
#[unsafe(no_mangle)]
pub extern "C" fn ketenscan_room(length: usize) -> *mut u8 {
    Box::into_raw(vec![0; length].into_boxed_slice()).cast()
}

/// Frees an answer that the caller has read.
///
/// # Safety
/// `start` comes from [`ketenscan_call`] and `length` is the length at its beginning; it was not given back before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ketenscan_give_back(start: *mut u8, length: usize) {
    // SAFETY: the caller promises that this is an answer as `ketenscan_call` made it, which was a box of this length.
    drop(unsafe { taken(start, length) });
}

/// Carries out an order (JSON) with the bytes of a file, which may be none. See [`crate::reply`] for the answer.
///
/// # Safety
/// Both places come from [`ketenscan_room`] with these lengths and were not handed over before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ketenscan_call(
    order: *mut u8,
    order_length: usize,
    body: *mut u8,
    body_length: usize,
) -> *mut u8 {
    // SAFETY: the caller promises that both are rooms of these lengths, each its own, and hands them over.
    let (order, body) = unsafe { (taken(order, order_length), taken(body, body_length)) };
    let answer = SESSION.with_borrow_mut(|session| session.call(&order, &body));
    Box::into_raw(answer.packed().into_boxed_slice()).cast()
}

/// The bytes at a place that was handed over.
///
/// # Safety
/// The place is that of a box of this length, which nothing else owns.
unsafe fn taken(start: *mut u8, length: usize) -> Box<[u8]> {
    // SAFETY: as above; a box of bytes may be made again from its place and length.
    unsafe { Box::from_raw(slice_from_raw_parts_mut(start, length)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_goes_in_and_its_answer_comes_out() {
        let order = br#"{"job": "start"}"#;
        let start = ketenscan_room(order.len());
        // SAFETY: the room has this length and is filled before it is handed over; the answer begins with its length.
        let (whole, head) = unsafe {
            start.copy_from_nonoverlapping(order.as_ptr(), order.len());
            let answer = ketenscan_call(start, order.len(), ketenscan_room(0), 0);
            let number = |at: usize| {
                let mut bytes = [0; 4];
                answer.add(at).copy_to_nonoverlapping(bytes.as_mut_ptr(), 4);
                u32::from_le_bytes(bytes) as usize
            };
            let (whole, length) = (number(0), number(4));
            let head = std::slice::from_raw_parts(answer.add(8), length).to_vec();
            ketenscan_give_back(answer, whole);
            (whole, head)
        };
        assert_eq!(whole, 8 + head.len());
        let head: serde_json::Value = serde_json::from_slice(&head).unwrap();
        assert!(head["perspectives"].as_array().is_some_and(|all| all.len() > 5));
    }
}
