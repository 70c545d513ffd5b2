internal import CXlsxWriter
internal import Glibc
internal import Tables

/// Packs a workbook, through libxlsxwriter: the same workbook gives the same bytes.
enum BookWriter {
  /// 1 January 1980, the first day that a zip can name; the library would write the present.
  private static let created = 315_532_800

  /// Packs a workbook.
  ///
  /// - Parameter book: At least one sheet.
  /// - Returns: The file.
  /// - Throws: What the library says.
  static func bytes(of book: Book) throws(PackingError) -> [UInt8] {
    // The library writes to a path alone.
    let memory = memfd_create("book", 0)
    guard memory >= 0 else { throw .library("memfd_create", reason: String(cString: strerror(errno))) }
    defer { close(memory) }
    guard let workbook = workbook_new("/proc/self/fd/\(memory)") else {
      throw .library("libxlsxwriter", reason: "no memory")
    }
    do throws(PackingError) {
      try setProperties(of: workbook, title: book.title)
      var formats = BookFormats(workbook)
      for sheet in book.sheets {
        guard let worksheet = workbook_add_worksheet(workbook, sheet.name) else {
          throw PackingError.library("libxlsxwriter", reason: "no sheet can be called '\(sheet.name)'")
        }
        try SheetWriter(workbook, worksheet).write(sheet, &formats)
      }
    } catch {
      lxw_workbook_free(workbook)
      throw error
    }
    try check(workbook_close(workbook))
    return contents(of: memory)
  }

  private static func setProperties(of workbook: UnsafeMutablePointer<lxw_workbook>, title: String)
    throws(PackingError)
  {
    var properties = lxw_doc_properties()
    properties.created = created
    // The library copies the text.
    let code = title.withCString { text in
      properties.title = UnsafeMutablePointer(mutating: text)
      return workbook_set_properties(workbook, &properties)
    }
    try check(code)
  }

  private static func contents(of file: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = pread(file, &room, room.count, bytes.count)
      if count <= 0 { return bytes }
      bytes += room[..<count]
    }
  }

  static func check(_ code: lxw_error) throws(PackingError) {
    guard code != LXW_NO_ERROR else { return }
    throw .library("libxlsxwriter", reason: lxw_strerror(code).map { String(cString: $0) } ?? "error \(code)")
  }
}
