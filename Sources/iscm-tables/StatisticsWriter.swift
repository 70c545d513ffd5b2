internal import CReadStat
internal import Tables

/// Packs a file of SPSS, through ReadStat: the same data gives the same bytes.
enum StatisticsWriter {
  /// 1 January 1980; the library would write the present.
  private static let created = 315_532_800

  /// Takes what the library writes.
  ///
  /// A class, because the library hands an address through.
  private final class Sink {
    var bytes: [UInt8] = []
  }

  /// Packs a file.
  ///
  /// - Parameter file: Variables with their cases.
  /// - Returns: The file, in UTF-8.
  /// - Throws: What the library says.
  static func bytes(of file: StatisticsFile) throws -> [UInt8] {
    guard let writer = readstat_writer_init() else {
      throw PackingError.library("ReadStat", reason: "no memory")
    }
    defer { readstat_writer_free(writer) }
    let sink = Sink()
    try check(
      readstat_set_data_writer(writer) { data, count, sink in
        guard let data, let sink else { return -1 }
        let bytes = UnsafeRawBufferPointer(start: data, count: count)
        Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue().bytes.append(contentsOf: bytes)
        return count
      })
    try check(readstat_writer_set_file_timestamp(writer, created))
    try check(readstat_writer_set_file_label(writer, file.label))
    var variables: [UnsafeMutablePointer<readstat_variable_t>] = []
    for (index, variable) in file.variables.enumerated() {
      variables.append(try add(variable, number: index, to: writer))
    }
    try withExtendedLifetime(sink) {
      try check(
        readstat_begin_writing_sav(writer, Unmanaged.passUnretained(sink).toOpaque(), file.rows.count))
      for row in file.rows {
        try check(readstat_begin_row(writer))
        for (value, variable) in zip(row, variables) { try insert(value, variable, writer) }
        try check(readstat_end_row(writer))
      }
      try check(readstat_end_writing(writer))
    }
    return try SystemFile(sink.bytes).adding(file.sets)
  }

  private static func add(
    _ definition: StatisticsFile.Variable, number: Int, to writer: UnsafeMutablePointer<readstat_writer_t>
  ) throws(PackingError) -> UnsafeMutablePointer<readstat_variable_t> {
    let (type, width, format): (readstat_type_t, Int, String) =
      switch definition.kind {
      case .text(let width): (READSTAT_TYPE_STRING, width, "A\(width)")
      case .number(let format): (READSTAT_TYPE_DOUBLE, 0, format)
      }
    guard let variable = readstat_add_variable(writer, definition.name, type, width) else {
      throw .library("ReadStat", reason: "no variable can be called '\(definition.name)'")
    }
    if !definition.label.isEmpty { readstat_variable_set_label(variable, definition.label) }
    readstat_variable_set_format(variable, format)
    readstat_variable_set_measure(variable, definition.measure.code)
    if !definition.values.isEmpty {
      let labels = readstat_add_label_set(writer, READSTAT_TYPE_DOUBLE, "labels\(number)")
      for value in definition.values { readstat_label_double_value(labels, value.value, value.label) }
      readstat_variable_set_label_set(variable, labels)
    }
    for value in definition.missing {
      try check(readstat_variable_add_missing_double_value(variable, value))
    }
    return variable
  }

  private static func insert(
    _ value: StatisticsFile.Value, _ variable: UnsafeMutablePointer<readstat_variable_t>,
    _ writer: UnsafeMutablePointer<readstat_writer_t>
  ) throws(PackingError) {
    switch value {
    case .missing: try check(readstat_insert_missing_value(writer, variable))
    case .number(let number): try check(readstat_insert_double_value(writer, variable, number))
    case .text(let text): try check(readstat_insert_string_value(writer, variable, text))
    }
  }

  private static func check(_ code: readstat_error_t) throws(PackingError) {
    guard code != READSTAT_OK else { return }
    let reason = readstat_error_message(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
    throw .library("ReadStat", reason: reason)
  }
}

extension StatisticsFile.Measure {
  fileprivate var code: readstat_measure_t {
    switch self {
    case .nominal: READSTAT_MEASURE_NOMINAL
    case .ordinal: READSTAT_MEASURE_ORDINAL
    case .scale: READSTAT_MEASURE_SCALE
    }
  }
}
