//! Records in other formats than JSON.

pub mod csv;
pub mod timeml;
