//! The JSON Schema of the record.

use super::Extraction;
use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use serde_json::Value;

/// The JSON Schema (draft 2020-12) of a record as it is written, made from the types in [`record`](crate::record); `record.schema.json`
/// beside this crate's `Cargo.toml` is its text. Feature `schema`.
///
/// ```
/// let schema = dateline::record::schema();
/// assert_eq!(schema["properties"]["events"]["items"]["$ref"], "#/$defs/Event");
/// ```
pub fn schema() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(RecursiveTransform(shorten));
    settings.into_generator().into_root_schema_for::<Extraction>().to_value()
}

/// Keeps of a description what stands before the first blank line: examples in Rust help nobody who reads JSON.
fn shorten(schema: &mut Schema) {
    if let Some(Value::String(text)) = schema.get_mut("description") {
        text.truncate(text.find("\n\n").unwrap_or(text.len()));
    }
}
