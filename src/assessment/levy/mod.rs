//! The levy and grant system (障害者雇用納付金制度): a fiscal year in yen. The duty itself is in `quota`. No wording, no clock.
#![deny(clippy::float_arithmetic)]
