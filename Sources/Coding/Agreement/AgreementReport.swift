public import Survey

/// How far the coders of one question agree: code by code, and over whole answers.
///
/// Code by code, an answer's value is whether a coder gave the code. Over whole answers it is the set of all codes
/// that a coder gave: `same` takes two sets as the same or not (for answers with one code each, the usual nominal
/// measure), `masi` gives credit for codes in common.
public struct AgreementReport: Sendable {
  /// A line of the report.
  public struct Line: Sendable, Hashable {
    /// How many answers at least two coders have coded.
    public let answers: Int
    /// How many of them have the code by at least one coder; nothing for whole answers.
    public let used: Int?
    /// The share of pairs of coders who agree.
    public let percent: Double?
    /// Cohen's kappa; nothing where there are not exactly two coders.
    public let kappa: Double?
    /// Krippendorff's alpha, nominal.
    public let alpha: Double?
  }

  /// The coders, in the order of their names.
  public let coders: [Coding.Coder]
  /// How many answers each has coded, in that order.
  public let coded: [Int]
  /// How many answers there are to code.
  public let answers: Int
  /// How many of them nobody has coded.
  public let uncoded: Int
  /// How many one coder alone has coded: they say nothing of agreement.
  public let single: Int
  /// Each code that is in use or was given.
  public let codes: [(code: Codebook.Code.Name, line: Line)]
  /// Whole answers.
  public let overall: Line
  /// Krippendorff's alpha over whole answers with the distance of MASI.
  public let masi: Double?

  /// Compares the coders of a question.
  ///
  /// - Parameters:
  ///   - place: The question.
  ///   - responses: The responses whose answers are to be coded.
  ///   - codings: What the coders said.
  ///   - codebook: The codebook.
  ///   - chosen: The coders to compare; all who have coded an answer, where none is named.
  public init(
    of place: Codebook.Place, responses: [Response.ID], codings: Codings, codebook: Codebook,
    coders chosen: [Coding.Coder] = []
  ) {
    let coders =
      chosen.isEmpty
      ? codings.coders(of: place.question).filter { $0 != .consensus && $0 != .published } : chosen
    let sets = responses.map { response in
      coders.map { coder in
        codings.verdict(response, place.question, by: coder).map { verdict in
          Set(verdict.codes.map { Self.now($0, codebook, place) })
        }
      }
    }
    self.coders = coders
    answers = responses.count
    coded = coders.indices.map { coder in sets.count { $0[coder] != nil } }
    let depths = sets.map { unit in unit.count { $0 != nil } }
    uncoded = depths.count { $0 == 0 }
    single = depths.count { $0 == 1 }
    let compared = sets.filter { unit in unit.count { $0 != nil } >= 2 }
    let given = Set(compared.flatMap { $0.compactMap(\.self).joined() })
    let known = codebook.codesInUse(at: place).map(\.name)
    let names = known + given.subtracting(known).sorted()
    codes = names.map { name in
      let agreement = Agreement(compared.map { unit in unit.map { $0?.contains(name) } })
      let used = compared.count { unit in unit.contains { $0?.contains(name) == true } }
      return (name, Self.line(agreement, coders.count, used: used))
    }
    let agreement = Agreement(compared)
    overall = Self.line(agreement, coders.count, used: nil)
    masi = agreement.alpha(masiDistance)
  }

  private static func line<Value>(_ agreement: Agreement<Value>, _ coders: Int, used: Int?) -> Line {
    Line(
      answers: agreement.count, used: used, percent: agreement.percent,
      kappa: coders == 2 ? agreement.kappa(0, 1) : nil, alpha: agreement.alpha)
  }

  private static func now(
    _ code: Codebook.Code.Name, _ codebook: Codebook, _ place: Codebook.Place
  ) -> Codebook.Code.Name {
    if case .replaced(let now) = codebook.standing(of: code, at: place) { return now }
    return code
  }
}
