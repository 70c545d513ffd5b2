/// A file of SPSS that is to be written: variables with their labels, sets of them, and cases.
public struct StatisticsFile: Sendable, Hashable {
  /// What a variable holds.
  public enum Kind: Sendable, Hashable {
    /// Texts of at most so many bytes of UTF-8.
    case text(width: Int)
    /// Numbers in a format of SPSS: `F8.0`, `DATE11`, `DATETIME20`, `TIME8`.
    case number(format: String)
  }

  /// How the values of a variable can be compared.
  public enum Measure: String, Sendable, Hashable {
    case nominal, ordinal, scale
  }

  /// A variable.
  public struct Variable: Sendable, Hashable {
    /// Its name, as `VariableNames` makes it.
    public var name: String
    /// What people read; at most 256 bytes.
    public var label: String
    /// What it holds.
    public var kind: Kind
    /// How its values can be compared.
    public var measure: Measure
    /// What numbers stand for, in order; each text has at most 120 bytes.
    public var values: [ValueLabel]
    /// The numbers among them that are no answer; at most three.
    public var missing: [Double]

    /// Creates a variable.
    public init(
      name: String, label: String, kind: Kind, measure: Measure, values: [ValueLabel] = [],
      missing: [Double] = []
    ) {
      self.name = name
      self.label = label
      self.kind = kind
      self.measure = measure
      self.values = values
      self.missing = missing
    }
  }

  /// What a number stands for.
  public struct ValueLabel: Sendable, Hashable {
    /// The number.
    public var value: Double
    /// What people read.
    public var label: String

    /// Creates a label.
    public init(_ value: Double, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  /// Variables that are 1 where a choice was chosen: the parts of one question.
  public struct ResponseSet: Sendable, Hashable {
    /// The name without the `$` before it.
    public var name: String
    /// What people read.
    public var label: String
    /// The names of the variables.
    public var variables: [String]

    /// Creates a set.
    public init(name: String, label: String, variables: [String]) {
      self.name = name
      self.label = label
      self.variables = variables
    }
  }

  /// A value of a case.
  public enum Value: Sendable, Hashable {
    /// No number: SPSS's own missing value.
    case missing
    case number(Double)
    case text(String)
  }

  /// What the file is about; at most 64 bytes.
  public var label: String
  /// The variables.
  public var variables: [Variable]
  /// The sets of variables.
  public var sets: [ResponseSet]
  /// The cases: a value for each variable.
  public var rows: [[Value]]

  /// Creates a file.
  public init(label: String, variables: [Variable], sets: [ResponseSet], rows: [[Value]]) {
    self.label = label
    self.variables = variables
    self.sets = sets
    self.rows = rows
  }
}

extension StatisticsFile {
  /// The most bytes that a text can have.
  public static let longestText = 32_767
  /// The most bytes that the label of a variable can have.
  public static let longestLabel = 256
  /// The most bytes that the label of a value can have.
  public static let longestValueLabel = 120
}
