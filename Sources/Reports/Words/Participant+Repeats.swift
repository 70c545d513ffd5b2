internal import Analysis

extension Participant {
  /// What a program reads of a unit: its code, and the numbers of the repeats behind a count: `arcp[1,3]`.
  var codeWithRepeats: String { repeats.isEmpty ? code : "\(code)[\(repeats.joined(separator: ","))]" }
}
