internal import Analysis
internal import Reports
internal import Survey

extension TallyCommand {
  /// Counts one part or several, writes what was counted, and shows nothing.
  func writePartials() throws -> Outcome {
    let superseded = try parts.superseded.map { path throws(Failure) in
      do { return try SupersededResponses(wholeText(of: path), file: path) } catch let error as PartialError {
        throw Failure(.unusableInput, error.description.lines)
      } catch {
        throw Failure(.unusableInput, "\(error)")
      }
    }
    if !parts.listed {
      emit(try partDesk(which.responses).partial(parts.part, without: superseded ?? SupersededResponses()))
      return .done
    }
    var named: Set<Int> = []
    while let line = readLine() {
      let fields = line.split(separator: "\t", maxSplits: 1).map(String.init)
      guard fields.count == 2, let number = PartNumber(fields[0]) else {
        throw Failure(
          .unusableInput,
          "standard input: found '\(line)', expected NUMBER/TOTAL, a tab, and the path of a part")
      }
      guard named.insert(number.number).inserted else {
        throw Failure(
          .unusableInput,
          "standard input: found part \(number.number) again at '\(line)', expected each number once; number them apart"
        )
      }
      do {
        let part = try PartFile(PartAddress(text: fields[1]))
        emit(try partDesk(part.path).partial(number, without: superseded ?? SupersededResponses()))
      } catch {
        // Whoever reads the log of a cluster sees these lines among many.
        throw Failure(
          error.outcome,
          error.lines.map { line in
            let place = line.contains(fields[1]) ? "" : " (\(fields[1]))"
            return "iscm part \(fields[0])\(place): \(line)"
          })
      }
    }
    return .done
  }

  /// Adds parts up, and shows their figures; or lists what a second pass must leave out.
  func mergeParts() throws -> Outcome {
    var files: [(name: String, bytes: [UInt8])] = []
    var missing: [String] = []
    for path in parts.merge {
      do throws(Failure) { files.append((path, try wholeBytes(of: path))) } catch { missing += error.lines }
    }
    if !missing.isEmpty { throw Failure(.unusableInput, missing) }
    do {
      let texts = try files.map { (name: $0.name, text: try PartialTally.text(of: $0.bytes, file: $0.name)) }
      if parts.revisions {
        emit(try MergedTally.superseded(in: texts).text)
        return .done
      }
      let desk = try partDesk(which.responses)
      return try show(try desk.merged(texts), desk)
    } catch let error as PartialError {
      throw Failure(.unusableInput, error.description.lines)
    }
  }

  /// Counts parts on a cluster, and shows their figures.
  func countOnSpark() throws -> Outcome {
    if which.responses != nil {
      throw Failure(.unusableInput, "--responses: --spark names the parts itself; leave it out")
    }
    let desk = try partDesk(nil)
    do {
      try PartialTally.check(desk.figures, of: desk.survey.questionnaire.id)
      let run = try SparkRun(
        master: parts.spark[0], parts: Array(parts.spark.dropFirst()), desk: desk, command: self)
      do {
        return try show(try desk.merged([run.counted(without: SupersededResponses())]), desk)
      } catch PartialError.openRevisions {
        let superseded = try MergedTally.superseded(in: [run.lastResult])
        return try show(try desk.merged([run.counted(without: superseded)]), desk)
      }
    } catch let error as PartialError {
      throw Failure(.unusableInput, error.description.lines)
    }
  }

  private func show(_ tally: MergedTally, _ desk: PartDesk) throws -> Outcome {
    try desk.show(
      tally, in: try languages.edition(of: desk.survey.questionnaire), as: format,
      isSafe: spreadsheet.spreadsheetSafe)
  }

  /// What is counted, of a part of the responses.
  private func partDesk(_ responses: String?) throws(Failure) -> PartDesk {
    let survey = try which.project.value.survey(which.questionnaire, responses: responses)
    let plan = try survey.plan()
    // A part is read once, perhaps where nothing can be written: no columns are kept beside it.
    var effort = reading.effort
    effort.keepsColumns = false
    return PartDesk(survey: survey, plan: plan, figures: try figures(of: plan), effort: effort)
  }
}
