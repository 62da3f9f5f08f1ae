//! Findings from answers. Pure.
