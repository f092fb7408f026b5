//! The blank workbooks that are handed out are what `sjabloon` writes.

use ketenscan::questionnaire::{Role, builtin, regions};
use ketenscan::workbook::template::{self, Order};

fn blank(role: Role) -> Vec<u8> {
    let order = Order {
        regions: regions().into_iter().map(|region| region.name).collect(),
        ..Order::blank(role)
    };
    template::write(&builtin(), &order).unwrap()
}

#[test]
fn the_workbooks_to_hand_out_are_up_to_date() {
    for role in [Role::Municipality, Role::Region] {
        let path = format!(
            "{}/questionnaires/2026/ketenscan-2026-{}.xlsx",
            env!("CARGO_MANIFEST_DIR"),
            role.key()
        );
        let kept = std::fs::read(&path).unwrap();
        assert!(
            kept == blank(role),
            "{path} is not what the tool writes now; run: cargo run -- sjabloon -o questionnaires/2026 --overschrijf"
        );
    }
}
