internal import CXlsxWriter
internal import Tables

/// Draws a chart over the cells of a sheet: whoever opens the workbook can restyle it.
struct ChartWriter {
  private static let grey: lxw_color_t = 0x595959
  private static let mutedBar: lxw_color_t = 0x8D96A0

  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let sheet: UnsafeMutablePointer<lxw_worksheet>

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>, _ sheet: UnsafeMutablePointer<lxw_worksheet>) {
    self.workbook = workbook
    self.sheet = sheet
  }

  /// Draws a chart.
  func draw(_ definition: SheetChart, sheetName: String) throws(PackingError) {
    let type = definition.kind == .bars ? LXW_CHART_BAR : LXW_CHART_BAR_STACKED
    guard let chart = workbook_add_chart(workbook, UInt8(type.rawValue)) else {
      throw .library("libxlsxwriter", reason: "no memory")
    }
    for series in definition.series {
      add(series, of: sheetName, to: chart, in: definition)
    }
    setTitle(definition.title, of: chart)
    setAxes(definition, of: chart)
    chart_set_series_gap(chart, 45)
    chart_legend_set_position(
      chart,
      UInt8((definition.series.count > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE).rawValue))
    // The library draws every chart in one size, and scales it.
    var options = lxw_chart_options()
    options.x_scale = Double(definition.width) / 480
    options.y_scale = Double(definition.height) / 288
    let code = definition.title.withCString { text in
      options.description = UnsafeMutablePointer(mutating: text)
      return worksheet_insert_chart_opt(
        sheet, lxw_row_t(clamping: definition.row), lxw_col_t(clamping: definition.column), chart, &options)
    }
    try BookWriter.check(code)
  }

  private func add(
    _ definition: SheetChart.Series, of sheetName: String, to chart: UnsafeMutablePointer<lxw_chart>,
    in whole: SheetChart
  ) {
    guard let series = chart_add_series(chart, nil, nil) else { return }
    let (categories, values) = (definition.categories, definition.values)
    chart_series_set_categories(
      series, sheetName, lxw_row_t(clamping: categories.firstRow),
      lxw_col_t(clamping: categories.firstColumn),
      lxw_row_t(clamping: categories.lastRow), lxw_col_t(clamping: categories.lastColumn))
    chart_series_set_values(
      series, sheetName, lxw_row_t(clamping: values.firstRow), lxw_col_t(clamping: values.firstColumn),
      lxw_row_t(clamping: values.lastRow), lxw_col_t(clamping: values.lastColumn))
    if !definition.name.isEmpty { chart_series_set_name(series, definition.name) }
    var fill = lxw_chart_fill()
    fill.color = lxw_color_t(clamping: definition.color)
    chart_series_set_fill(series, &fill)
    chart_series_set_labels(series)
    // Nothing of a divided bar has no length and no number.
    if whole.kind == .stacked { chart_series_set_labels_num_format(series, "0;;;") }
    if whole.isOfShares { chart_series_set_labels_num_format(series, "0%") }
    var font = lxw_chart_font()
    font.size = 9
    font.color = lxw_color_t(clamping: definition.labelColor)
    chart_series_set_labels_font(series, &font)
    mute(definition, series)
  }

  /// Makes the last bars grey.
  private func mute(_ definition: SheetChart.Series, _ series: UnsafeMutablePointer<lxw_chart_series>) {
    let count = definition.values.lastRow - definition.values.firstRow + 1
    guard definition.mutedCount > 0, count >= definition.mutedCount else { return }
    var fill = lxw_chart_fill()
    fill.color = Self.mutedBar
    withUnsafeMutablePointer(to: &fill) { fill in
      var plain = lxw_chart_point()
      var muted = lxw_chart_point()
      muted.fill = fill
      withUnsafeMutablePointer(to: &plain) { plain in
        withUnsafeMutablePointer(to: &muted) { muted in
          // The library copies them, up to the null behind the last.
          var points: [UnsafeMutablePointer<lxw_chart_point>?] =
            Array(repeating: plain, count: count - definition.mutedCount)
            + Array(repeating: muted, count: definition.mutedCount) + [nil]
          _ = chart_series_set_points(series, &points)
        }
      }
    }
  }

  private func setTitle(_ title: String, of chart: UnsafeMutablePointer<lxw_chart>) {
    chart_title_set_name(chart, title)
    var font = lxw_chart_font()
    font.size = 12
    font.bold = 1
    chart_title_set_name_font(chart, &font)
  }

  /// The categories in the order of the table, from above; the counts stand on the bars.
  private func setAxes(_ definition: SheetChart, of chart: UnsafeMutablePointer<lxw_chart>) {
    // The library calls x what lies level, which in a chart of bars are the values.
    let (categories, values) = (chart.pointee.y_axis, chart.pointee.x_axis)
    chart_axis_set_reverse(categories)
    if definition.isRightToLeft { chart_axis_set_reverse(values) }
    chart_axis_set_min(values, 0)
    chart_axis_set_num_format(values, definition.isOfShares ? "0%" : "0")
    chart_axis_major_gridlines_set_visible(values, 0)
    chart_axis_set_name(values, definition.valueTitle)
    var font = lxw_chart_font()
    font.size = 9
    font.color = Self.grey
    chart_axis_set_name_font(values, &font)
    chart_axis_set_num_font(categories, &font)
    chart_axis_set_num_font(values, &font)
    // Where the categories run downwards, the axis of the values would stand above them.
    chart_axis_set_crossing_max(categories)
    chart_axis_set_interval_unit(categories, 1)
  }
}
