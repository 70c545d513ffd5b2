/// The query that counts parts on a cluster: each part by a program of its own, and then what adds up.
struct SparkSQL {
  /// The parts' paths, as the workers see them.
  let parts: [String]
  /// What runs on a worker, for bash: it reads lines of standard input, each a number of a part and its path.
  let command: String

  /// The query.
  var text: String {
    let rows = parts.enumerated().map { "  ('\($0 + 1)/\(parts.count)', \(Self.literal($1)))" }
    return """
      -- Each part is counted by a program of its own; equal lines add up, and all others stay as they are.
      SELECT part, about, sum(number) AS number, words
      FROM (
        SELECT TRANSFORM (part, path)
          \(Self.format)
          USING \(Self.literal(command))
          AS (part STRING, about STRING, number BIGINT, words STRING)
          \(Self.format)
        FROM (SELECT /*+ REPARTITION(\(parts.count)) */ part, path FROM VALUES
      \(rows.joined(separator: ",\n"))
        AS parts (part, path))
      )
      GROUP BY part, about, words;

      """
  }

  private static let format = #"ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t' NULL DEFINED AS '\\N'"#

  /// A text between quotation marks, as SQL reads it.
  static func literal(_ text: String) -> String {
    "'" + text.replacing("\\", with: #"\\"#).replacing("'", with: #"\'"#) + "'"
  }

  /// A word between quotation marks, as a shell reads it; as it is, where that is the same.
  static func shellWord(_ word: String) -> String {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=,+@%")
    if !word.isEmpty, word.allSatisfy(plain.contains) { return word }
    return "'" + word.replacing("'", with: #"'\''"#) + "'"
  }
}
