use ketenscan::questionnaire::{builtin, check_complete, counts};
#[test]
fn loads() {
    let q = builtin();
    println!("{:?}", counts(&q));
    for p in check_complete(&q) {
        println!("{} {}", p.message, p.hint);
    }
}
