//! Takes a table; returns the bytes of a Parquet file.

use std::sync::Arc;

use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int32Type};
pub use parquet::errors::ParquetError as Error;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::parser::parse_message_type;

use super::{Table, Values};

/// In the form in which readers look for the name and version of a writer.
const CREATED_BY: &str = concat!("ketenscan version ", env!("CARGO_PKG_VERSION"));

/// The table as a Parquet file with one row group, or none if there are no lines. Texts are dictionary-encoded, and nothing
/// is compressed. The facts are in its footer, for whoever asks what the file is.
///
/// # Errors
/// None in practice: the columns always match the schema, which is derived from them.
pub fn write(table: &Table, facts: &[(&str, String)]) -> Result<Vec<u8>, Error> {
    let schema = Arc::new(parse_message_type(&schema(table))?);
    let properties = Arc::new(
        WriterProperties::builder()
            .set_created_by(CREATED_BY.to_owned())
            .set_key_value_metadata(Some(facts.iter().map(fact).collect()))
            .build(),
    );
    let mut file = SerializedFileWriter::new(Vec::new(), schema, properties)?;
    if table.lines() == 0 {
        return file.into_inner();
    }
    let mut group = file.next_row_group()?;
    for column in &table.columns {
        let Some(mut place) = group.next_column()? else {
            break;
        };
        match &column.values {
            Values::Text(texts) => {
                let texts: Vec<_> = texts.iter().map(|text| text.map(ByteArray::from)).collect();
                put::<ByteArrayType>(&mut place, &texts)?;
            }
            Values::Whole(numbers) => put::<Int32Type>(&mut place, numbers)?,
            Values::Figure(figures) => put::<DoubleType>(&mut place, figures)?,
            Values::Flag(flags) => put::<BoolType>(&mut place, flags)?,
        }
        place.close()?;
    }
    group.close()?;
    file.into_inner()
}

fn fact((name, value): &(&str, String)) -> KeyValue {
    KeyValue::new((*name).to_owned(), value.clone())
}

/// The schema in the notation of Parquet.
fn schema(table: &Table) -> String {
    let columns = table.columns.iter().map(|column| match column.values {
        Values::Text(_) => format!("optional binary {} (STRING);", column.name),
        Values::Whole(_) => format!("optional int32 {};", column.name),
        Values::Figure(_) => format!("optional double {};", column.name),
        Values::Flag(_) => format!("optional boolean {};", column.name),
    });
    let columns: Vec<String> = columns.collect();
    format!("message {} {{ {} }}", table.name, columns.join(" "))
}

/// Writes the values that are present, and for each line whether it has one.
fn put<T: DataType>(place: &mut SerializedColumnWriter, values: &[Option<T::T>]) -> Result<(), Error> {
    let there: Vec<T::T> = values.iter().flatten().cloned().collect();
    let levels: Vec<i16> = values.iter().map(|value| i16::from(value.is_some())).collect();
    place.typed::<T>().write_batch(&there, Some(&levels), None)?;
    Ok(())
}
